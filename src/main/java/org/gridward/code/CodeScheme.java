package org.gridward.code;

import java.util.List;
import java.util.Optional;

/** A layout of codes in one version: how many digits, in which parts, by which source. Parts are in order. */
public record CodeScheme(
        String id,
        int version,
        Subject subject,
        Standing standing,
        int digits,
        String nameZh,
        String nameEn,
        String source,
        List<CodePart> parts) {

    /** What a code of the scheme names. */
    public enum Subject {
        GRID,
        COMPONENT,
        EVENT
    }

    /** STANDARD: as published; CLAIM: reported of a standard but not seen in it; OWN: this product's layout. */
    public enum Standing {
        STANDARD,
        CLAIM,
        OWN
    }

    public Optional<CodePart> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** The part that is counted inside what stands before it: the last one, if its rule is SEQUENCE. */
    public Optional<CodePart> sequence() {
        CodePart last = parts.get(parts.size() - 1);
        return last.rule() == CodePart.Rule.SEQUENCE ? Optional.of(last) : Optional.empty();
    }

    /** The parts that name a grid of another layer, the widest first; never the part that numbers the grid itself. */
    public List<CodePart> parents(String ownLayer) {
        return parts.stream()
                .filter(part -> part.layer().isPresent()
                        && part.end() < digits
                        && !part.layer().get().equals(ownLayer))
                .toList();
    }

    /** Digits before the sequence: what a parent is written with. */
    public int parentDigits() {
        return digits - sequence().map(CodePart::length).orElse(0);
    }
}
