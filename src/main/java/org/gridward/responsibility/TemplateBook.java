package org.gridward.responsibility;

import java.util.List;
import java.util.Map;

/** Templates, the layers they are for, and the duty lists of their roles, as the roster holds them. */
record TemplateBook(
        Map<String, TeamTemplate> templates, List<Held<LayerStaffing>> staffings, List<Held<RoleDuty>> roleDuties) {

    static final TemplateBook NONE = new TemplateBook(Map.of(), List.of(), List.of());

    TemplateBook {
        staffings = List.copyOf(staffings);
        roleDuties = List.copyOf(roleDuties);
    }
}
