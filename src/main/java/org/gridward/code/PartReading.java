package org.gridward.code;

/**
 * One part of a code explained: its digits, what the number stands for by the scheme ({@code meaning}), and the name of the
 * thing itself where this installation knows it; null where unknown.
 */
public record PartReading(
        String part,
        String partZh,
        String partEn,
        String digits,
        String meaningZh,
        String meaningEn,
        String nameZh,
        String nameEn) {}
