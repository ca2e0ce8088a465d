package org.gridward.mapdata.demo;

import java.util.List;

/** The team of a grid: role labels with numbers, nobody's name. {@code partners} only for joint areas. */
record TeamDrawing(
        String layer,
        String grid,
        String template,
        String nameZh,
        String nameEn,
        List<Member> members,
        List<String> partners) {

    /** One member; {@code phone} and {@code unit} may be null. */
    record Member(String role, String labelZh, String labelEn, String phone, String unit) {}
}
