package org.gridward.notice;

/**
 * A chat group of residents: of one stairwell or building (placeCode) or of a grid (gridCode), exactly one of them.
 *
 * @param active false: it is no longer used
 */
public record ChatGroup(
        String code, String nameZh, String nameEn, String placeCode, String gridCode, boolean active, int version) {}
