package org.gridward.responsibility;

import java.util.List;
import java.util.Map;

/**
 * Ground that several grids answer for together: the first partner leads, or the one that {@code leads} names for the
 * category; the others help.
 */
public record JointArea(String layer, String gridCode, List<String> partners, Map<String, String> leads) {

    public JointArea {
        partners = List.copyOf(partners);
        leads = Map.copyOf(leads);
    }

    String leadFor(String category) {
        return category == null ? partners.get(0) : leads.getOrDefault(category, partners.get(0));
    }
}
