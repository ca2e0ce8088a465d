package org.gridward.border;

/** Who mends a gap or overlap: labels of a team, a role and a post, never a name; each may be null. */
public record FixOwner(String team, String role, String person) {

    public static final FixOwner NOBODY = new FixOwner(null, null, null);
}
