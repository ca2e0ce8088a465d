package org.gridward.responsibility;

/** What a role is called in grids whose codes begin with a prefix. */
public record RoleTitle(String role, String gridPrefix, String nameZh, String nameEn) {

    boolean names(String askedRole, String gridCode) {
        return role.equals(askedRole) && gridCode.startsWith(gridPrefix);
    }
}
