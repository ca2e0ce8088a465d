package org.gridward.board;

import java.util.List;

/** What a notice board says: where it hangs, in which grid, and whom to call. Grid code and name are null in a gap. */
public record Board(
        String code,
        String nameZh,
        String nameEn,
        double lon,
        double lat,
        String gridCode,
        String gridName,
        List<Contact> contacts) {

    /** A role and its number, with the phone if one is public. */
    public record Contact(
            String role, String roleZh, String roleEn, String label, String labelEn, String phone, String gridCode) {}
}
