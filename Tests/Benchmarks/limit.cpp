// What hand-written loops over neighbour lists need for the nine LSQB queries: a yardstick for how
// much is left. One thread, 32-bit ids, nothing enumerated that is only counted.
//
//     c++ -O3 -march=native -std=c++17 -o limit limit.cpp && ./limit FOLDER [RUNS]
//
// Prints the JSON of `veiviser bench lsqb`. It relies on what social_graph.py promises: ids without
// gaps in each file, one city a person, no friendship twice and none with oneself.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <vector>
#include <sys/resource.h>

using std::string;
using std::vector;
using id = uint32_t;
using number = uint64_t;

static string folder;

static vector<id> numbersIn(const string& name) {
    FILE* file = fopen((folder + "/" + name + ".csv").c_str(), "r");
    if (!file) { perror(name.c_str()); exit(1); }
    vector<char> text;
    char part[1 << 16];
    for (size_t size; (size = fread(part, 1, sizeof part, file)) > 0;) text.insert(text.end(), part, part + size);
    fclose(file);
    vector<id> found;
    size_t at = std::find(text.begin(), text.end(), '\n') - text.begin();
    while (++at < text.size()) {
        id value = 0;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; at++) value = 10 * value + (text[at] - '0');
        found.push_back(value);
    }
    return found;
}

struct Label { id first = 0; id count = 0; };

static Label label(const string& name) {
    static std::map<string, Label> known;
    auto place = known.find(name);
    if (place != known.end()) return place->second;
    vector<id> ids = numbersIn(name);
    return known[name] = {ids.empty() ? 0 : ids[0], id(ids.size())};
}

/// Neighbour lists end to end.
struct Lists {
    vector<id> start, to;
    id count() const { return id(start.size() - 1); }
    id degree(id node) const { return start[node + 1] - start[node]; }
    const id* begin(id node) const { return to.data() + start[node]; }
    const id* end(id node) const { return to.data() + start[node + 1]; }
    /// The only neighbour.
    id only(id node) const { return to[start[node]]; }
};

static Lists grouped(id count, const vector<id>& from, const vector<id>& to) {
    Lists lists;
    lists.start.assign(count + 1, 0);
    for (id node : from) lists.start[node + 1]++;
    for (id node = 0; node < count; node++) lists.start[node + 1] += lists.start[node];
    vector<id> next = lists.start;
    lists.to.resize(to.size() + 1);
    for (size_t entry = 0; entry < to.size(); entry++) lists.to[next[from[entry]]++] = to[entry];
    for (id node = 0; node < count; node++)
        std::sort(lists.to.begin() + lists.start[node], lists.to.begin() + lists.start[node + 1]);
    return lists;
}

struct Both { Lists out, in; };

static Both relationships(const string& source, const string& kind, const string& target) {
    vector<id> all = numbersIn(source + "_" + kind + "_" + target), from, to;
    Label a = label(source), b = label(target);
    for (size_t entry = 0; entry < all.size(); entry += 2) {
        from.push_back(all[entry] - a.first);
        to.push_back(all[entry + 1] - b.first);
    }
    return {grouped(a.count, from, to), grouped(b.count, to, from)};
}

static Lists knows, interest, homes, lands, members, posts, toPost, toComment, commentTags, postTags, commentBy,
    postBy, forumOf, postReplies, commentReplies, postLikes, commentLikes, kinds;

/// The number of equal pairs in two sorted lists.
static id common(const id* a, const id* aEnd, const id* b, const id* bEnd) {
    id found = 0;
    while (a < aEnd && b < bEnd) {
        id x = *a, y = *b;
        found += x == y;
        a += x <= y;
        b += y <= x;
    }
    return found;
}

/// Calls `body` with the corners of each triangle of friends for whom `keep` holds in pairs, once.
template <class Keep, class Body>
static void triangles(Keep keep, Body body) {
    id count = knows.count();
    vector<id> start(count + 1), to;
    for (id a = 0; a < count; a++) {
        start[a] = id(to.size());
        for (const id* b = knows.begin(a); b < knows.end(a); b++) {
            bool isHigher = knows.degree(a) < knows.degree(*b) || (knows.degree(a) == knows.degree(*b) && a < *b);
            if (isHigher && keep(a, *b)) to.push_back(*b);
        }
    }
    start[count] = id(to.size());
    vector<uint8_t> marked(count, 0);
    for (id a = 0; a < count; a++) {
        for (id i = start[a]; i < start[a + 1]; i++) marked[to[i]] = 1;
        for (id i = start[a]; i < start[a + 1]; i++)
            for (id j = start[to[i]]; j < start[to[i] + 1]; j++)
                if (marked[to[j]]) body(a, to[i], to[j]);
        for (id i = start[a]; i < start[a + 1]; i++) marked[to[i]] = 0;
    }
}

static number query1() {
    vector<number> forum(members.count(), 0);
    for (id comment = 0; comment < toPost.count(); comment++) {
        if (toPost.degree(comment) == 0) continue;
        forum[forumOf.only(toPost.only(comment))] += commentTags.degree(comment);
    }
    number sum = 0;
    for (id f = 0; f < members.count(); f++) sum += forum[f] * members.degree(f);
    return sum;
}

static number query2() {
    id count = knows.count(), words = (count + 63) / 64;
    vector<number> bits(size_t(count) * words, 0);
    for (id a = 0; a < count; a++)
        for (const id* b = knows.begin(a); b < knows.end(a); b++) bits[size_t(a) * words + *b / 64] |= number(1) << *b % 64;
    number sum = 0;
    for (id comment = 0; comment < toPost.count(); comment++) {
        if (toPost.degree(comment) == 0) continue;
        id a = commentBy.only(comment), b = postBy.only(toPost.only(comment));
        sum += bits[size_t(a) * words + b / 64] >> b % 64 & 1;
    }
    return sum;
}

static number query3() {
    vector<id> land(knows.count());
    for (id person = 0; person < knows.count(); person++) land[person] = lands.only(homes.only(person));
    number sum = 0;
    triangles([&](id a, id b) { return land[a] == land[b]; }, [&](id, id, id) { sum++; });
    return 6 * sum;
}

template <bool isOptional>
static number stars(const Lists& tags, const Lists& likes, const Lists& replies) {
    number sum = 0;
    for (id node = 0; node < tags.count(); node++) {
        id a = likes.degree(node), b = replies.degree(node);
        if (isOptional) { a += a == 0; b += b == 0; }
        sum += number(tags.degree(node)) * a * b;
    }
    return sum;
}

static number query4() { return stars<false>(postTags, postLikes, postReplies) + stars<false>(commentTags, commentLikes, commentReplies); }
static number query7() { return stars<true>(postTags, postLikes, postReplies) + stars<true>(commentTags, commentLikes, commentReplies); }

/// Pairs of different tags of a comment and of what it answers; `isUnshared`: whose tag the comment
/// does not have.
template <bool isUnshared>
static number tagPairs(const Lists& replies, const Lists& tags) {
    number sum = 0;
    for (id comment = 0; comment < replies.count(); comment++) {
        if (replies.degree(comment) == 0 || commentTags.degree(comment) == 0) continue;
        id message = replies.only(comment), own = commentTags.degree(comment), other = tags.degree(message);
        if (other == 0) continue;
        id same = common(commentTags.begin(comment), commentTags.end(comment), tags.begin(message), tags.end(message));
        sum += isUnshared ? number(other - same) * own : number(other) * own - same;
    }
    return sum;
}

static number query5() { return tagPairs<false>(toPost, postTags) + tagPairs<false>(toComment, commentTags); }
static number query8() { return tagPairs<true>(toPost, postTags) + tagPairs<true>(toComment, commentTags); }

static number query6() {
    number sum = 0;
    for (id person = 0; person < knows.count(); person++) {
        number interests = 0;
        for (const id* friendOf = knows.begin(person); friendOf < knows.end(person); friendOf++) interests += interest.degree(*friendOf);
        if (knows.degree(person) > 0) sum += interests * (knows.degree(person) - 1);
    }
    return sum;
}

static number query9() {
    number closed = 0;
    triangles([](id, id) { return true; }, [&](id a, id b, id c) { closed += interest.degree(a) + interest.degree(b) + interest.degree(c); });
    return query6() - 2 * closed;
}

int main(int count, char** arguments) {
    if (count < 2) { fprintf(stderr, "usage: limit FOLDER [RUNS]\n"); return 64; }
    folder = arguments[1];
    int runs = count > 2 ? std::max(atoi(arguments[2]), 1) : 5;
    auto now = [] { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); };
    double began = now();
    Both friends = relationships("Person", "knows", "Person");
    vector<id> from, to;
    for (const Lists* lists : {&friends.out, &friends.in})
        for (id a = 0; a < lists->count(); a++)
            for (const id* b = lists->begin(a); b < lists->end(a); b++) { from.push_back(a); to.push_back(*b); }
    knows = grouped(friends.out.count(), from, to);
    interest = relationships("Person", "hasInterest", "Tag").out;
    homes = relationships("Person", "isLocatedIn", "City").out;
    lands = relationships("City", "isPartOf", "Country").out;
    members = relationships("Forum", "hasMember", "Person").out;
    forumOf = relationships("Forum", "containerOf", "Post").in;
    commentTags = relationships("Comment", "hasTag", "Tag").out;
    postTags = relationships("Post", "hasTag", "Tag").out;
    commentBy = relationships("Comment", "hasCreator", "Person").out;
    postBy = relationships("Post", "hasCreator", "Person").out;
    Both answers = relationships("Comment", "replyOf", "Post");
    toPost = answers.out;
    postReplies = answers.in;
    answers = relationships("Comment", "replyOf", "Comment");
    toComment = answers.out;
    commentReplies = answers.in;
    postLikes = relationships("Person", "likes", "Post").in;
    commentLikes = relationships("Person", "likes", "Comment").in;
    printf("{\"peer\": \"limit\", \"load_s\": %.4f, \"queries\": {", now() - began);
    std::function<number()> queries[] = {query1, query2, query3, query4, query5, query6, query7, query8, query9};
    for (int q = 0; q < 9; q++) {
        vector<double> times;
        number found = 0;
        for (int run = 0; run <= runs; run++) {
            double start = now();
            found = queries[q]();
            if (run > 0) times.push_back(now() - start);
        }
        std::sort(times.begin(), times.end());
        printf("%s\"%d\": {\"count\": %llu, \"median_s\": %.7f}", q ? ", " : "", q + 1, (unsigned long long)found, times[times.size() / 2]);
    }
    rusage used;
    getrusage(RUSAGE_SELF, &used);
    printf("}, \"peak_mb\": %ld}\n", used.ru_maxrss / 1024);
}
