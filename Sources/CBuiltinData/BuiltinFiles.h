// Made by .ci/embed; do not edit.
#pragma clang diagnostic ignored "-Wc23-extensions"
static const uint8_t graph_readme_md[] = {
#embed "../../Graph/README.md"
};
static const uint8_t graph_actors_xml[] = {
#embed "../../Graph/actors.xml"
};
static const uint8_t graph_changes_since_xml[] = {
#embed "../../Graph/changes-since.xml"
};
static const uint8_t graph_concepts_xml[] = {
#embed "../../Graph/concepts.xml"
};
static const uint8_t graph_conditions_xml[] = {
#embed "../../Graph/conditions.xml"
};
static const uint8_t graph_duties_xml[] = {
#embed "../../Graph/duties.xml"
};
static const uint8_t graph_groups_xml[] = {
#embed "../../Graph/groups.xml"
};
static const uint8_t graph_law_xml[] = {
#embed "../../Graph/law.xml"
};
static const uint8_t graph_rights_xml[] = {
#embed "../../Graph/rights.xml"
};
static const uint8_t graph_roles_xml[] = {
#embed "../../Graph/roles.xml"
};
static const uint8_t graph_schema_rng[] = {
#embed "../../Graph/schema.rng"
};
static const uint8_t graph_services_xml[] = {
#embed "../../Graph/services.xml"
};
static const uint8_t graph_sources_xml[] = {
#embed "../../Graph/sources.xml"
};
static const uint8_t graph_stages_xml[] = {
#embed "../../Graph/stages.xml"
};
static const uint8_t graph_vocabulary_xml[] = {
#embed "../../Graph/vocabulary.xml"
};
static const uint8_t queries_act_behind_cypher[] = {
#embed "../../Queries/act-behind.cypher"
};
static const uint8_t queries_actors_of_kind_cypher[] = {
#embed "../../Queries/actors-of-kind.cypher"
};
static const uint8_t queries_can_be_cypher[] = {
#embed "../../Queries/can-be.cypher"
};
static const uint8_t queries_conditions_of_right_cypher[] = {
#embed "../../Queries/conditions-of-right.cypher"
};
static const uint8_t queries_connection_cypher[] = {
#embed "../../Queries/connection.cypher"
};
static const uint8_t queries_does_follow_cypher[] = {
#embed "../../Queries/does-follow.cypher"
};
static const uint8_t queries_does_handle_cypher[] = {
#embed "../../Queries/does-handle.cypher"
};
static const uint8_t queries_does_precede_cypher[] = {
#embed "../../Queries/does-precede.cypher"
};
static const uint8_t queries_does_provide_cypher[] = {
#embed "../../Queries/does-provide.cypher"
};
static const uint8_t queries_does_pursue_cypher[] = {
#embed "../../Queries/does-pursue.cypher"
};
static const uint8_t queries_does_report_to_cypher[] = {
#embed "../../Queries/does-report-to.cypher"
};
static const uint8_t queries_duration_of_stage_cypher[] = {
#embed "../../Queries/duration-of-stage.cypher"
};
static const uint8_t queries_duties_at_stage_cypher[] = {
#embed "../../Queries/duties-at-stage.cypher"
};
static const uint8_t queries_duties_of_actor_at_stage_cypher[] = {
#embed "../../Queries/duties-of-actor-at-stage.cypher"
};
static const uint8_t queries_duties_of_actor_cypher[] = {
#embed "../../Queries/duties-of-actor.cypher"
};
static const uint8_t queries_duties_towards_cypher[] = {
#embed "../../Queries/duties-towards.cypher"
};
static const uint8_t queries_exceptions_to_right_cypher[] = {
#embed "../../Queries/exceptions-to-right.cypher"
};
static const uint8_t queries_excluded_for_cypher[] = {
#embed "../../Queries/excluded-for.cypher"
};
static const uint8_t queries_excluded_cypher[] = {
#embed "../../Queries/excluded.cypher"
};
static const uint8_t queries_exploitation_forms_cypher[] = {
#embed "../../Queries/exploitation-forms.cypher"
};
static const uint8_t queries_first_stage_cypher[] = {
#embed "../../Queries/first-stage.cypher"
};
static const uint8_t queries_for_whom_cypher[] = {
#embed "../../Queries/for-whom.cypher"
};
static const uint8_t queries_from_whom_cypher[] = {
#embed "../../Queries/from-whom.cypher"
};
static const uint8_t queries_goals_of_actor_cypher[] = {
#embed "../../Queries/goals-of-actor.cypher"
};
static const uint8_t queries_ground_of_next_stage_cypher[] = {
#embed "../../Queries/ground-of-next-stage.cypher"
};
static const uint8_t queries_grounded_in_cypher[] = {
#embed "../../Queries/grounded-in.cypher"
};
static const uint8_t queries_groups_established_cypher[] = {
#embed "../../Queries/groups-established.cypher"
};
static const uint8_t queries_groups_of_actor_cypher[] = {
#embed "../../Queries/groups-of-actor.cypher"
};
static const uint8_t queries_has_right_at_stage_cypher[] = {
#embed "../../Queries/has-right-at-stage.cypher"
};
static const uint8_t queries_has_right_cypher[] = {
#embed "../../Queries/has-right.cypher"
};
static const uint8_t queries_has_status_cypher[] = {
#embed "../../Queries/has-status.cypher"
};
static const uint8_t queries_in_force_cypher[] = {
#embed "../../Queries/in-force.cypher"
};
static const uint8_t queries_instruments_of_level_cypher[] = {
#embed "../../Queries/instruments-of-level.cypher"
};
static const uint8_t queries_is_condition_cypher[] = {
#embed "../../Queries/is-condition.cypher"
};
static const uint8_t queries_is_form_of_cypher[] = {
#embed "../../Queries/is-form-of.cypher"
};
static const uint8_t queries_is_list_complete_cypher[] = {
#embed "../../Queries/is-list-complete.cypher"
};
static const uint8_t queries_is_member_cypher[] = {
#embed "../../Queries/is-member.cypher"
};
static const uint8_t queries_is_of_level_cypher[] = {
#embed "../../Queries/is-of-level.cypher"
};
static const uint8_t queries_is_part_of_cypher[] = {
#embed "../../Queries/is-part-of.cypher"
};
static const uint8_t queries_is_ratified_cypher[] = {
#embed "../../Queries/is-ratified.cypher"
};
static const uint8_t queries_issued_by_cypher[] = {
#embed "../../Queries/issued-by.cypher"
};
static const uint8_t queries_issued_what_cypher[] = {
#embed "../../Queries/issued-what.cypher"
};
static const uint8_t queries_issuer_of_plan_with_cypher[] = {
#embed "../../Queries/issuer-of-plan-with.cypher"
};
static const uint8_t queries_journey_actors_cypher[] = {
#embed "../../Queries/journey-actors.cypher"
};
static const uint8_t queries_journey_any_stage_duties_cypher[] = {
#embed "../../Queries/journey-any-stage-duties.cypher"
};
static const uint8_t queries_journey_any_stage_excluded_cypher[] = {
#embed "../../Queries/journey-any-stage-excluded.cypher"
};
static const uint8_t queries_journey_any_stage_rights_cypher[] = {
#embed "../../Queries/journey-any-stage-rights.cypher"
};
static const uint8_t queries_journey_duties_cypher[] = {
#embed "../../Queries/journey-duties.cypher"
};
static const uint8_t queries_journey_excluded_cypher[] = {
#embed "../../Queries/journey-excluded.cypher"
};
static const uint8_t queries_journey_rights_cypher[] = {
#embed "../../Queries/journey-rights.cypher"
};
static const uint8_t queries_journey_services_cypher[] = {
#embed "../../Queries/journey-services.cypher"
};
static const uint8_t queries_journey_stages_cypher[] = {
#embed "../../Queries/journey-stages.cypher"
};
static const uint8_t queries_last_stage_cypher[] = {
#embed "../../Queries/last-stage.cypher"
};
static const uint8_t queries_legal_ground_as_project_cypher[] = {
#embed "../../Queries/legal-ground-as-project.cypher"
};
static const uint8_t queries_legal_ground_cypher[] = {
#embed "../../Queries/legal-ground.cypher"
};
static const uint8_t queries_level_of_cypher[] = {
#embed "../../Queries/level-of.cypher"
};
static const uint8_t queries_located_in_cypher[] = {
#embed "../../Queries/located-in.cypher"
};
static const uint8_t queries_look_up_cypher[] = {
#embed "../../Queries/look-up.cypher"
};
static const uint8_t queries_max_penalty_of_cypher[] = {
#embed "../../Queries/max-penalty-of.cypher"
};
static const uint8_t queries_max_penalty_cypher[] = {
#embed "../../Queries/max-penalty.cypher"
};
static const uint8_t queries_means_of_cypher[] = {
#embed "../../Queries/means-of.cypher"
};
static const uint8_t queries_members_of_group_cypher[] = {
#embed "../../Queries/members-of-group.cypher"
};
static const uint8_t queries_members_of_groups_of_cypher[] = {
#embed "../../Queries/members-of-groups-of.cypher"
};
static const uint8_t queries_members_that_handle_cypher[] = {
#embed "../../Queries/members-that-handle.cypher"
};
static const uint8_t queries_members_that_provide_cypher[] = {
#embed "../../Queries/members-that-provide.cypher"
};
static const uint8_t queries_members_with_duty_cypher[] = {
#embed "../../Queries/members-with-duty.cypher"
};
static const uint8_t queries_must_do_cypher[] = {
#embed "../../Queries/must-do.cypher"
};
static const uint8_t queries_obligations_of_actor_cypher[] = {
#embed "../../Queries/obligations-of-actor.cypher"
};
static const uint8_t queries_overview_cypher[] = {
#embed "../../Queries/overview.cypher"
};
static const uint8_t queries_part_of_cypher[] = {
#embed "../../Queries/part-of.cypher"
};
static const uint8_t queries_parts_of_cypher[] = {
#embed "../../Queries/parts-of.cypher"
};
static const uint8_t queries_penal_provisions_cypher[] = {
#embed "../../Queries/penal-provisions.cypher"
};
static const uint8_t queries_plan_behind_cypher[] = {
#embed "../../Queries/plan-behind.cypher"
};
static const uint8_t queries_purpose_of_stage_cypher[] = {
#embed "../../Queries/purpose-of-stage.cypher"
};
static const uint8_t queries_ratified_all_cypher[] = {
#embed "../../Queries/ratified-all.cypher"
};
static const uint8_t queries_ratified_by_cypher[] = {
#embed "../../Queries/ratified-by.cypher"
};
static const uint8_t queries_replaced_by_cypher[] = {
#embed "../../Queries/replaced-by.cypher"
};
static const uint8_t queries_replaces_cypher[] = {
#embed "../../Queries/replaces.cypher"
};
static const uint8_t queries_reports_to_cypher[] = {
#embed "../../Queries/reports-to.cypher"
};
static const uint8_t queries_right_without_condition_cypher[] = {
#embed "../../Queries/right-without-condition.cypher"
};
static const uint8_t queries_rights_after_stage_cypher[] = {
#embed "../../Queries/rights-after-stage.cypher"
};
static const uint8_t queries_rights_at_stage_cypher[] = {
#embed "../../Queries/rights-at-stage.cypher"
};
static const uint8_t queries_rights_of_role_at_stage_cypher[] = {
#embed "../../Queries/rights-of-role-at-stage.cypher"
};
static const uint8_t queries_rights_of_role_cypher[] = {
#embed "../../Queries/rights-of-role.cypher"
};
static const uint8_t queries_role_at_stage_cypher[] = {
#embed "../../Queries/role-at-stage.cypher"
};
static const uint8_t queries_scope_of_cypher[] = {
#embed "../../Queries/scope-of.cypher"
};
static const uint8_t queries_services_at_stage_cypher[] = {
#embed "../../Queries/services-at-stage.cypher"
};
static const uint8_t queries_services_of_actor_cypher[] = {
#embed "../../Queries/services-of-actor.cypher"
};
static const uint8_t queries_staff_cypher[] = {
#embed "../../Queries/staff.cypher"
};
static const uint8_t queries_stage_after_cypher[] = {
#embed "../../Queries/stage-after.cypher"
};
static const uint8_t queries_stage_before_cypher[] = {
#embed "../../Queries/stage-before.cypher"
};
static const uint8_t queries_stages_of_actor_cypher[] = {
#embed "../../Queries/stages-of-actor.cypher"
};
static const uint8_t queries_stages_of_duty_cypher[] = {
#embed "../../Queries/stages-of-duty.cypher"
};
static const uint8_t queries_stages_of_track_cypher[] = {
#embed "../../Queries/stages-of-track.cypher"
};
static const uint8_t queries_status_of_cypher[] = {
#embed "../../Queries/status-of.cypher"
};
static const uint8_t queries_supplemented_by_cypher[] = {
#embed "../../Queries/supplemented-by.cypher"
};
static const uint8_t queries_supplements_cypher[] = {
#embed "../../Queries/supplements.cypher"
};
static const uint8_t queries_text_of_cypher[] = {
#embed "../../Queries/text-of.cypher"
};
static const uint8_t queries_turns_on_cypher[] = {
#embed "../../Queries/turns-on.cypher"
};
static const uint8_t queries_what_actor_does_cypher[] = {
#embed "../../Queries/what-actor-does.cypher"
};
static const uint8_t queries_what_excludes_cypher[] = {
#embed "../../Queries/what-excludes.cypher"
};
static const uint8_t queries_when_duty_applies_cypher[] = {
#embed "../../Queries/when-duty-applies.cypher"
};
static const uint8_t queries_when_groups_meet_cypher[] = {
#embed "../../Queries/when-groups-meet.cypher"
};
static const uint8_t queries_when_ratified_cypher[] = {
#embed "../../Queries/when-ratified.cypher"
};
static const uint8_t queries_when_right_applies_cypher[] = {
#embed "../../Queries/when-right-applies.cypher"
};
static const uint8_t queries_when_status_cypher[] = {
#embed "../../Queries/when-status.cypher"
};
static const uint8_t queries_where_to_apply_stage_cypher[] = {
#embed "../../Queries/where-to-apply-stage.cypher"
};
static const uint8_t queries_where_to_apply_cypher[] = {
#embed "../../Queries/where-to-apply.cypher"
};
static const uint8_t queries_who_can_be_cypher[] = {
#embed "../../Queries/who-can-be.cypher"
};
static const uint8_t queries_who_established_group_cypher[] = {
#embed "../../Queries/who-established-group.cypher"
};
static const uint8_t queries_who_forwards_to_cypher[] = {
#embed "../../Queries/who-forwards-to.cypher"
};
static const uint8_t queries_who_handles_in_order_cypher[] = {
#embed "../../Queries/who-handles-in-order.cypher"
};
static const uint8_t queries_who_handles_next_cypher[] = {
#embed "../../Queries/who-handles-next.cypher"
};
static const uint8_t queries_who_handles_cypher[] = {
#embed "../../Queries/who-handles.cypher"
};
static const uint8_t queries_who_has_duty_cypher[] = {
#embed "../../Queries/who-has-duty.cypher"
};
static const uint8_t queries_who_has_right_cypher[] = {
#embed "../../Queries/who-has-right.cypher"
};
static const uint8_t queries_who_provides_cypher[] = {
#embed "../../Queries/who-provides.cypher"
};
static const uint8_t queries_who_pursues_cypher[] = {
#embed "../../Queries/who-pursues.cypher"
};
static const uint8_t queries_who_ratified_cypher[] = {
#embed "../../Queries/who-ratified.cypher"
};
static const uint8_t queries_who_reports_to_cypher[] = {
#embed "../../Queries/who-reports-to.cypher"
};
static const uint8_t queries_who_serves_cypher[] = {
#embed "../../Queries/who-serves.cypher"
};
static const uint8_t queries_whom_does_it_serve_cypher[] = {
#embed "../../Queries/whom-does-it-serve.cypher"
};
static const builtin_file files[] = {
    {"Graph/README.md", graph_readme_md, sizeof graph_readme_md},
    {"Graph/actors.xml", graph_actors_xml, sizeof graph_actors_xml},
    {"Graph/changes-since.xml", graph_changes_since_xml, sizeof graph_changes_since_xml},
    {"Graph/concepts.xml", graph_concepts_xml, sizeof graph_concepts_xml},
    {"Graph/conditions.xml", graph_conditions_xml, sizeof graph_conditions_xml},
    {"Graph/duties.xml", graph_duties_xml, sizeof graph_duties_xml},
    {"Graph/groups.xml", graph_groups_xml, sizeof graph_groups_xml},
    {"Graph/law.xml", graph_law_xml, sizeof graph_law_xml},
    {"Graph/rights.xml", graph_rights_xml, sizeof graph_rights_xml},
    {"Graph/roles.xml", graph_roles_xml, sizeof graph_roles_xml},
    {"Graph/schema.rng", graph_schema_rng, sizeof graph_schema_rng},
    {"Graph/services.xml", graph_services_xml, sizeof graph_services_xml},
    {"Graph/sources.xml", graph_sources_xml, sizeof graph_sources_xml},
    {"Graph/stages.xml", graph_stages_xml, sizeof graph_stages_xml},
    {"Graph/vocabulary.xml", graph_vocabulary_xml, sizeof graph_vocabulary_xml},
    {"Queries/act-behind.cypher", queries_act_behind_cypher, sizeof queries_act_behind_cypher},
    {"Queries/actors-of-kind.cypher", queries_actors_of_kind_cypher, sizeof queries_actors_of_kind_cypher},
    {"Queries/can-be.cypher", queries_can_be_cypher, sizeof queries_can_be_cypher},
    {"Queries/conditions-of-right.cypher", queries_conditions_of_right_cypher, sizeof queries_conditions_of_right_cypher},
    {"Queries/connection.cypher", queries_connection_cypher, sizeof queries_connection_cypher},
    {"Queries/does-follow.cypher", queries_does_follow_cypher, sizeof queries_does_follow_cypher},
    {"Queries/does-handle.cypher", queries_does_handle_cypher, sizeof queries_does_handle_cypher},
    {"Queries/does-precede.cypher", queries_does_precede_cypher, sizeof queries_does_precede_cypher},
    {"Queries/does-provide.cypher", queries_does_provide_cypher, sizeof queries_does_provide_cypher},
    {"Queries/does-pursue.cypher", queries_does_pursue_cypher, sizeof queries_does_pursue_cypher},
    {"Queries/does-report-to.cypher", queries_does_report_to_cypher, sizeof queries_does_report_to_cypher},
    {"Queries/duration-of-stage.cypher", queries_duration_of_stage_cypher, sizeof queries_duration_of_stage_cypher},
    {"Queries/duties-at-stage.cypher", queries_duties_at_stage_cypher, sizeof queries_duties_at_stage_cypher},
    {"Queries/duties-of-actor-at-stage.cypher", queries_duties_of_actor_at_stage_cypher, sizeof queries_duties_of_actor_at_stage_cypher},
    {"Queries/duties-of-actor.cypher", queries_duties_of_actor_cypher, sizeof queries_duties_of_actor_cypher},
    {"Queries/duties-towards.cypher", queries_duties_towards_cypher, sizeof queries_duties_towards_cypher},
    {"Queries/exceptions-to-right.cypher", queries_exceptions_to_right_cypher, sizeof queries_exceptions_to_right_cypher},
    {"Queries/excluded-for.cypher", queries_excluded_for_cypher, sizeof queries_excluded_for_cypher},
    {"Queries/excluded.cypher", queries_excluded_cypher, sizeof queries_excluded_cypher},
    {"Queries/exploitation-forms.cypher", queries_exploitation_forms_cypher, sizeof queries_exploitation_forms_cypher},
    {"Queries/first-stage.cypher", queries_first_stage_cypher, sizeof queries_first_stage_cypher},
    {"Queries/for-whom.cypher", queries_for_whom_cypher, sizeof queries_for_whom_cypher},
    {"Queries/from-whom.cypher", queries_from_whom_cypher, sizeof queries_from_whom_cypher},
    {"Queries/goals-of-actor.cypher", queries_goals_of_actor_cypher, sizeof queries_goals_of_actor_cypher},
    {"Queries/ground-of-next-stage.cypher", queries_ground_of_next_stage_cypher, sizeof queries_ground_of_next_stage_cypher},
    {"Queries/grounded-in.cypher", queries_grounded_in_cypher, sizeof queries_grounded_in_cypher},
    {"Queries/groups-established.cypher", queries_groups_established_cypher, sizeof queries_groups_established_cypher},
    {"Queries/groups-of-actor.cypher", queries_groups_of_actor_cypher, sizeof queries_groups_of_actor_cypher},
    {"Queries/has-right-at-stage.cypher", queries_has_right_at_stage_cypher, sizeof queries_has_right_at_stage_cypher},
    {"Queries/has-right.cypher", queries_has_right_cypher, sizeof queries_has_right_cypher},
    {"Queries/has-status.cypher", queries_has_status_cypher, sizeof queries_has_status_cypher},
    {"Queries/in-force.cypher", queries_in_force_cypher, sizeof queries_in_force_cypher},
    {"Queries/instruments-of-level.cypher", queries_instruments_of_level_cypher, sizeof queries_instruments_of_level_cypher},
    {"Queries/is-condition.cypher", queries_is_condition_cypher, sizeof queries_is_condition_cypher},
    {"Queries/is-form-of.cypher", queries_is_form_of_cypher, sizeof queries_is_form_of_cypher},
    {"Queries/is-list-complete.cypher", queries_is_list_complete_cypher, sizeof queries_is_list_complete_cypher},
    {"Queries/is-member.cypher", queries_is_member_cypher, sizeof queries_is_member_cypher},
    {"Queries/is-of-level.cypher", queries_is_of_level_cypher, sizeof queries_is_of_level_cypher},
    {"Queries/is-part-of.cypher", queries_is_part_of_cypher, sizeof queries_is_part_of_cypher},
    {"Queries/is-ratified.cypher", queries_is_ratified_cypher, sizeof queries_is_ratified_cypher},
    {"Queries/issued-by.cypher", queries_issued_by_cypher, sizeof queries_issued_by_cypher},
    {"Queries/issued-what.cypher", queries_issued_what_cypher, sizeof queries_issued_what_cypher},
    {"Queries/issuer-of-plan-with.cypher", queries_issuer_of_plan_with_cypher, sizeof queries_issuer_of_plan_with_cypher},
    {"Queries/journey-actors.cypher", queries_journey_actors_cypher, sizeof queries_journey_actors_cypher},
    {"Queries/journey-any-stage-duties.cypher", queries_journey_any_stage_duties_cypher, sizeof queries_journey_any_stage_duties_cypher},
    {"Queries/journey-any-stage-excluded.cypher", queries_journey_any_stage_excluded_cypher, sizeof queries_journey_any_stage_excluded_cypher},
    {"Queries/journey-any-stage-rights.cypher", queries_journey_any_stage_rights_cypher, sizeof queries_journey_any_stage_rights_cypher},
    {"Queries/journey-duties.cypher", queries_journey_duties_cypher, sizeof queries_journey_duties_cypher},
    {"Queries/journey-excluded.cypher", queries_journey_excluded_cypher, sizeof queries_journey_excluded_cypher},
    {"Queries/journey-rights.cypher", queries_journey_rights_cypher, sizeof queries_journey_rights_cypher},
    {"Queries/journey-services.cypher", queries_journey_services_cypher, sizeof queries_journey_services_cypher},
    {"Queries/journey-stages.cypher", queries_journey_stages_cypher, sizeof queries_journey_stages_cypher},
    {"Queries/last-stage.cypher", queries_last_stage_cypher, sizeof queries_last_stage_cypher},
    {"Queries/legal-ground-as-project.cypher", queries_legal_ground_as_project_cypher, sizeof queries_legal_ground_as_project_cypher},
    {"Queries/legal-ground.cypher", queries_legal_ground_cypher, sizeof queries_legal_ground_cypher},
    {"Queries/level-of.cypher", queries_level_of_cypher, sizeof queries_level_of_cypher},
    {"Queries/located-in.cypher", queries_located_in_cypher, sizeof queries_located_in_cypher},
    {"Queries/look-up.cypher", queries_look_up_cypher, sizeof queries_look_up_cypher},
    {"Queries/max-penalty-of.cypher", queries_max_penalty_of_cypher, sizeof queries_max_penalty_of_cypher},
    {"Queries/max-penalty.cypher", queries_max_penalty_cypher, sizeof queries_max_penalty_cypher},
    {"Queries/means-of.cypher", queries_means_of_cypher, sizeof queries_means_of_cypher},
    {"Queries/members-of-group.cypher", queries_members_of_group_cypher, sizeof queries_members_of_group_cypher},
    {"Queries/members-of-groups-of.cypher", queries_members_of_groups_of_cypher, sizeof queries_members_of_groups_of_cypher},
    {"Queries/members-that-handle.cypher", queries_members_that_handle_cypher, sizeof queries_members_that_handle_cypher},
    {"Queries/members-that-provide.cypher", queries_members_that_provide_cypher, sizeof queries_members_that_provide_cypher},
    {"Queries/members-with-duty.cypher", queries_members_with_duty_cypher, sizeof queries_members_with_duty_cypher},
    {"Queries/must-do.cypher", queries_must_do_cypher, sizeof queries_must_do_cypher},
    {"Queries/obligations-of-actor.cypher", queries_obligations_of_actor_cypher, sizeof queries_obligations_of_actor_cypher},
    {"Queries/overview.cypher", queries_overview_cypher, sizeof queries_overview_cypher},
    {"Queries/part-of.cypher", queries_part_of_cypher, sizeof queries_part_of_cypher},
    {"Queries/parts-of.cypher", queries_parts_of_cypher, sizeof queries_parts_of_cypher},
    {"Queries/penal-provisions.cypher", queries_penal_provisions_cypher, sizeof queries_penal_provisions_cypher},
    {"Queries/plan-behind.cypher", queries_plan_behind_cypher, sizeof queries_plan_behind_cypher},
    {"Queries/purpose-of-stage.cypher", queries_purpose_of_stage_cypher, sizeof queries_purpose_of_stage_cypher},
    {"Queries/ratified-all.cypher", queries_ratified_all_cypher, sizeof queries_ratified_all_cypher},
    {"Queries/ratified-by.cypher", queries_ratified_by_cypher, sizeof queries_ratified_by_cypher},
    {"Queries/replaced-by.cypher", queries_replaced_by_cypher, sizeof queries_replaced_by_cypher},
    {"Queries/replaces.cypher", queries_replaces_cypher, sizeof queries_replaces_cypher},
    {"Queries/reports-to.cypher", queries_reports_to_cypher, sizeof queries_reports_to_cypher},
    {"Queries/right-without-condition.cypher", queries_right_without_condition_cypher, sizeof queries_right_without_condition_cypher},
    {"Queries/rights-after-stage.cypher", queries_rights_after_stage_cypher, sizeof queries_rights_after_stage_cypher},
    {"Queries/rights-at-stage.cypher", queries_rights_at_stage_cypher, sizeof queries_rights_at_stage_cypher},
    {"Queries/rights-of-role-at-stage.cypher", queries_rights_of_role_at_stage_cypher, sizeof queries_rights_of_role_at_stage_cypher},
    {"Queries/rights-of-role.cypher", queries_rights_of_role_cypher, sizeof queries_rights_of_role_cypher},
    {"Queries/role-at-stage.cypher", queries_role_at_stage_cypher, sizeof queries_role_at_stage_cypher},
    {"Queries/scope-of.cypher", queries_scope_of_cypher, sizeof queries_scope_of_cypher},
    {"Queries/services-at-stage.cypher", queries_services_at_stage_cypher, sizeof queries_services_at_stage_cypher},
    {"Queries/services-of-actor.cypher", queries_services_of_actor_cypher, sizeof queries_services_of_actor_cypher},
    {"Queries/staff.cypher", queries_staff_cypher, sizeof queries_staff_cypher},
    {"Queries/stage-after.cypher", queries_stage_after_cypher, sizeof queries_stage_after_cypher},
    {"Queries/stage-before.cypher", queries_stage_before_cypher, sizeof queries_stage_before_cypher},
    {"Queries/stages-of-actor.cypher", queries_stages_of_actor_cypher, sizeof queries_stages_of_actor_cypher},
    {"Queries/stages-of-duty.cypher", queries_stages_of_duty_cypher, sizeof queries_stages_of_duty_cypher},
    {"Queries/stages-of-track.cypher", queries_stages_of_track_cypher, sizeof queries_stages_of_track_cypher},
    {"Queries/status-of.cypher", queries_status_of_cypher, sizeof queries_status_of_cypher},
    {"Queries/supplemented-by.cypher", queries_supplemented_by_cypher, sizeof queries_supplemented_by_cypher},
    {"Queries/supplements.cypher", queries_supplements_cypher, sizeof queries_supplements_cypher},
    {"Queries/text-of.cypher", queries_text_of_cypher, sizeof queries_text_of_cypher},
    {"Queries/turns-on.cypher", queries_turns_on_cypher, sizeof queries_turns_on_cypher},
    {"Queries/what-actor-does.cypher", queries_what_actor_does_cypher, sizeof queries_what_actor_does_cypher},
    {"Queries/what-excludes.cypher", queries_what_excludes_cypher, sizeof queries_what_excludes_cypher},
    {"Queries/when-duty-applies.cypher", queries_when_duty_applies_cypher, sizeof queries_when_duty_applies_cypher},
    {"Queries/when-groups-meet.cypher", queries_when_groups_meet_cypher, sizeof queries_when_groups_meet_cypher},
    {"Queries/when-ratified.cypher", queries_when_ratified_cypher, sizeof queries_when_ratified_cypher},
    {"Queries/when-right-applies.cypher", queries_when_right_applies_cypher, sizeof queries_when_right_applies_cypher},
    {"Queries/when-status.cypher", queries_when_status_cypher, sizeof queries_when_status_cypher},
    {"Queries/where-to-apply-stage.cypher", queries_where_to_apply_stage_cypher, sizeof queries_where_to_apply_stage_cypher},
    {"Queries/where-to-apply.cypher", queries_where_to_apply_cypher, sizeof queries_where_to_apply_cypher},
    {"Queries/who-can-be.cypher", queries_who_can_be_cypher, sizeof queries_who_can_be_cypher},
    {"Queries/who-established-group.cypher", queries_who_established_group_cypher, sizeof queries_who_established_group_cypher},
    {"Queries/who-forwards-to.cypher", queries_who_forwards_to_cypher, sizeof queries_who_forwards_to_cypher},
    {"Queries/who-handles-in-order.cypher", queries_who_handles_in_order_cypher, sizeof queries_who_handles_in_order_cypher},
    {"Queries/who-handles-next.cypher", queries_who_handles_next_cypher, sizeof queries_who_handles_next_cypher},
    {"Queries/who-handles.cypher", queries_who_handles_cypher, sizeof queries_who_handles_cypher},
    {"Queries/who-has-duty.cypher", queries_who_has_duty_cypher, sizeof queries_who_has_duty_cypher},
    {"Queries/who-has-right.cypher", queries_who_has_right_cypher, sizeof queries_who_has_right_cypher},
    {"Queries/who-provides.cypher", queries_who_provides_cypher, sizeof queries_who_provides_cypher},
    {"Queries/who-pursues.cypher", queries_who_pursues_cypher, sizeof queries_who_pursues_cypher},
    {"Queries/who-ratified.cypher", queries_who_ratified_cypher, sizeof queries_who_ratified_cypher},
    {"Queries/who-reports-to.cypher", queries_who_reports_to_cypher, sizeof queries_who_reports_to_cypher},
    {"Queries/who-serves.cypher", queries_who_serves_cypher, sizeof queries_who_serves_cypher},
    {"Queries/whom-does-it-serve.cypher", queries_whom_does_it_serve_cypher, sizeof queries_whom_does_it_serve_cypher},
};
