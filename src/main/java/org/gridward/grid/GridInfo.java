package org.gridward.grid;

/** What is known of one grid besides its shape; parent code and households are null where unknown. */
public record GridInfo(String code, String nameZh, String nameEn, String parentCode, Integer households) {}
