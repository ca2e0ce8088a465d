package org.gridward.mapdata.join;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of every point of a join. {@code in = placed + joint + gap + outside + invalid}; {@code sha256} is taken over
 * the lines {@code index,gridCode} in input order, each ended by a line feed, the index counted from 0, the code empty where
 * there is none, in UTF-8.
 *
 * @param ruleVersion version of the rule that decides: 1 = exact containment, border points to the lowest code
 */
public record Receipt(
        String layer,
        String edition,
        int ruleVersion,
        long in,
        long placed,
        long joint,
        long gap,
        long outside,
        long invalid,
        String sha256) {

    public static final int RULE_VERSION = 1;

    /** True when the parts add up to the whole. */
    public boolean addsUp() {
        return in == placed + joint + gap + outside + invalid;
    }

    /** One line for people. */
    public String line() {
        return "receipt: layer=" + layer + " edition=" + edition + " ruleVersion=" + ruleVersion + " in=" + in
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
