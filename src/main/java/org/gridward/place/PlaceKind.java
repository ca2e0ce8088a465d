package org.gridward.place;

/** A kind of place: its code (the glossary's word in kebab case) and its name in both languages. */
public record PlaceKind(String code, String nameZh, String nameEn) {}
