/// The names Graphviz has for attributes: a property may not go by one of them, since it would be
/// drawn by it, or warned of.
enum DOTAttributeNames {
    static let reserved: Set<String> = [
        "Damping", "K", "URL", "arrowhead", "arrowsize", "arrowtail", "bb", "beautify", "bgcolor",
        "center", "charset", "class", "cluster", "clusterrank", "color", "colorscheme", "comment",
        "compound", "concentrate", "constraint", "decorate", "defaultdist", "dim", "dimen", "dir",
        "diredgeconstraints", "distortion", "dpi", "edgeURL", "edgehref", "edgetarget",
        "edgetooltip", "epsilon", "esep", "fillcolor", "fixedsize", "fontcolor", "fontname",
        "fontnames", "fontpath", "fontsize", "forcelabels", "gradientangle", "group", "headURL",
        "head_lp", "headclip", "headhref", "headlabel", "headport", "headtarget", "headtooltip",
        "height", "href", "id", "image", "imagepath", "imagepos", "imagescale", "inputscale",
        "key", "label", "labelURL", "label_scheme", "labelangle", "labeldistance", "labelfloat",
        "labelfontcolor", "labelfontname", "labelfontsize", "labelhref", "labeljust", "labelloc",
        "labels", "labeltarget", "labeltooltip", "landscape", "layer", "layerlistsep", "layers",
        "layerselect", "layersep", "layout", "len", "levels", "levelsgap", "lhead", "lheight",
        "linelength", "lp", "ltail", "lwidth", "margin", "maxiter", "mclimit", "mindist", "minlen",
        "mode", "model", "newrank", "nodesep", "nojustify", "normalize", "notranslate", "nslimit",
        "nslimit1", "oneblock", "ordering", "orientation", "outputorder", "overlap",
        "overlap_scaling", "overlap_shrink", "pack", "packmode", "pad", "page", "pagedir",
        "pencolor", "penwidth", "peripheries", "pin", "pos", "quadtree", "quantum", "radius",
        "rank", "rankdir", "ranksep", "ratio", "rects", "regular", "remincross", "repulsiveforce",
        "resolution", "root", "rotate", "rotation", "samehead", "sametail", "samplepoints",
        "scale", "searchsize", "sep", "shape", "shapefile", "showboxes", "sides", "size", "skew",
        "smoothing", "sortv", "splines", "start", "style", "stylesheet", "subgraphs", "tailURL",
        "tail_lp", "tailclip", "tailhref", "taillabel", "tailport", "tailtarget", "tailtooltip",
        "target", "tooltip", "truecolor", "type", "vertices", "viewport", "voro_margin", "weight",
        "width", "xdotversion", "xlabel", "xlp", "z",
    ]

    /// The name a property goes by.
    static func name(for key: String) -> String {
        if key.isEmpty { return "data_" }
        let isTaken =
            reserved.contains(key) || key.hasPrefix("_")
            || key.hasPrefix("data_") && reserved.contains(String(key.dropFirst(5)))
        return isTaken ? "data_" + key : key
    }
}
