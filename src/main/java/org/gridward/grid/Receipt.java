package org.gridward.grid;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of every point of a join. {@code in = placed + joint + gap + outside + invalid}; {@code sha256} is taken over
 * the lines {@code index,gridCode} in input order, each ended by a line feed, the index counted from 0, the code empty where
 * there is none, in UTF-8.
 *
 * @param ruleVersion version of the rule that decides: 1 = exact containment, border points to the lowest code; 2 = the same,
 *     but a recorded border decision names another owner of a border point
 * @param at the time the layer was asked for; null where each point has a time of its own
 * @param knownAt what the register knew then has answered
 */
public record Receipt(
        String layer,
        String edition,
        int ruleVersion,
        Instant at,
        Instant knownAt,
        long in,
        long placed,
        long joint,
        long gap,
        long outside,
        long invalid,
        String sha256) {

    public static final int RULE_VERSION = 2;

    /** True when the parts add up to the whole. */
    public boolean addsUp() {
        return in == placed + joint + gap + outside + invalid;
    }

    /** One line for people. */
    public String line() {
        return "receipt: layer=" + layer + " edition=" + edition + " ruleVersion=" + ruleVersion
                + (at == null ? "" : " at=" + at + " knownAt=" + knownAt) + " in=" + in
                + " placed="
                + placed + " joint=" + joint + " gap=" + gap + " outside=" + outside + " invalid=" + invalid
                + " sha256="
                + sha256;
    }

    /** The fields by name, as JSON and header fields carry them. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("layer", layer);
        fields.put("edition", edition);
        fields.put("ruleVersion", ruleVersion);
        fields.put("at", at == null ? null : at.toString());
        fields.put("knownAt", knownAt == null ? null : knownAt.toString());
        fields.put("in", in);
        fields.put("placed", placed);
        fields.put("joint", joint);
        fields.put("gap", gap);
        fields.put("outside", outside);
        fields.put("invalid", invalid);
        fields.put("sha256", sha256);
        return fields;
    }
}
