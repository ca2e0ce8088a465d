package org.gridward.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads codes by a scheme, part by part. Pure: what it does not find in the scheme it asks of {@link Names}. */
final class CodeReader {

    /** A name in Chinese and English. */
    record Name(String zh, String en) {}

    /** What an installation knows by name. */
    interface Names {

        /** The grid of a layer that has this code. */
        Optional<Name> division(String layer, String key);

        /** Whether an absent grid is a mistake: the layer is there, and holds others with the same first six digits. */
        boolean shouldKnow(String layer, String key);

        /** The class that an event or component code names with the digits of major and minor class. */
        Optional<Name> category(CodeScheme scheme, String classDigits);
    }

    private static final int COUNTY_DIGITS = 6;

    private final Names names;

    CodeReader(Names names) {
        this.names = names;
    }

    CodeReading read(CodeScheme scheme, String code) {
        List<CodeFault> faults = new ArrayList<>();
        List<PartReading> parts = new ArrayList<>();
        if (!isDigits(code) || code.length() != scheme.digits()) {
            faults.add(shape(scheme, code));
        }
        for (CodePart part : scheme.parts()) {
            if (isDigits(code) && code.length() >= part.end()) {
                parts.add(part(scheme, part, code, faults));
            }
        }
        return new CodeReading(
                code,
                scheme.id(),
                scheme.version(),
                scheme.subject(),
                scheme.standing(),
                scheme.nameZh(),
                scheme.nameEn(),
                faults.isEmpty(),
                parts,
                faults);
    }

    private PartReading part(CodeScheme scheme, CodePart part, String code, List<CodeFault> faults) {
        String digits = part.digits(code);
        Optional<CodeRange> range = part.range(code);
        Optional<Name> name = name(scheme, part, code);
        if (range.isEmpty()) {
            faults.add(new CodeFault(part.name(), digits, outside(part, digits), part.allowed()));
        } else if (name.isEmpty() && partsFit(faults) && range.get().meaning() == CodeRange.Meaning.USUAL) {
            unknown(scheme, part, code).ifPresent(faults::add);
        }
        return new PartReading(
                part.name(),
                part.nameZh(),
                part.nameEn(),
                digits,
                range.map(CodeRange::nameZh).orElse(null),
                range.map(CodeRange::nameEn).orElse(null),
                name.map(Name::zh).orElse(null),
                name.map(Name::en).orElse(null));
    }

    private static boolean partsFit(List<CodeFault> faults) {
        return faults.stream().allMatch(fault -> fault.part().equals("code"));
    }

    private Optional<Name> name(CodeScheme scheme, CodePart part, String code) {
        if (part.layer().isPresent()) {
            return names.division(part.layer().get(), part.key(code));
        }
        if (part.name().equals("major") || part.name().equals("minor")) {
            return names.category(scheme, code.substring(COUNTY_DIGITS, part.end()));
        }
        return Optional.empty();
    }

    private Optional<CodeFault> unknown(CodeScheme scheme, CodePart part, String code) {
        boolean own = part.end() == scheme.digits();
        if (own || part.layer().isEmpty()) {
            return Optional.empty();
        }
        String key = part.key(code);
        if (!names.shouldKnow(part.layer().get(), key)) {
            return Optional.empty();
        }
        String message = "the layer '" + part.layer().get() + "' has no grid " + key + " at that time";
        return Optional.of(
                new CodeFault(part.name(), part.digits(code), message, "the code of a " + part.nameEn() + " in force"));
    }

    private static String outside(CodePart part, String digits) {
        boolean none = digits.chars().allMatch(digit -> digit == '0');
        String what = "the " + part.nameEn() + " " + digits + " is not given out";
        return none && part.layer().isPresent() ? what + "; the code hangs directly on the level above" : what;
    }

    private static CodeFault shape(CodeScheme scheme, String code) {
        String allowed = scheme.digits() + " digits: " + layout(scheme);
        String message = isDigits(code)
                ? "it has " + code.length() + " digits, not " + scheme.digits()
                : "it is not made of the digits 0 to 9 alone";
        return new CodeFault("code", code, message, allowed);
    }

    /** Such as {@code 6 county + 3 street or town + 3 community or village}. */
    static String layout(CodeScheme scheme) {
        List<String> parts = new ArrayList<>();
        scheme.parts().forEach(part -> parts.add(part.length() + " " + part.nameEn()));
        return String.join(" + ", parts);
    }

    static boolean isDigits(String code) {
        return !code.isEmpty() && code.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
