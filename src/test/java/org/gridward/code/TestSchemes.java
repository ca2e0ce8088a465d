package org.gridward.code;

import java.util.List;
import java.util.Optional;

/** Two layouts as the store has them, for tests without it. */
final class TestSchemes {

    static final CodePart COUNTY = range("county", 1, 6, null, 1, usual(330001, 339999, "Zhejiang"));
    static final CodePart STREET = range(
            "street",
            7,
            3,
            "town",
            1,
            usual(1, 99, "street"),
            usual(100, 199, "town"),
            usual(200, 399, "township"),
            usual(400, 599, "enterprise-like"));
    static final CodePart COMMUNITY = range(
            "community",
            10,
            3,
            "community",
            1,
            usual(1, 199, "neighbourhood committee"),
            usual(200, 399, "village committee"));

    static final CodeScheme UNIT_GRID = new CodeScheme(
            "unit-grid",
            1,
            CodeScheme.Subject.GRID,
            CodeScheme.Standing.STANDARD,
            15,
            "单元网格编码",
            "Unit grid",
            "CJ/T 213",
            List.of(COUNTY, STREET, COMMUNITY, sequence(13, 3, usual(1, 999, "sequence"))));

    static final CodeScheme COMMUNITY_GRID = new CodeScheme(
            "community-grid",
            1,
            CodeScheme.Subject.GRID,
            CodeScheme.Standing.STANDARD,
            20,
            "社区服务网格编码",
            "Community service grid",
            "CJ/T 349",
            List.of(
                    range("object", 1, 6, null, 1, usual(1, 999999, "object")),
                    range("county", 7, 6, null, 7, usual(330001, 339999, "Zhejiang")),
                    range("street", 13, 3, "town", 7, usual(1, 599, "street")),
                    range(
                            "community",
                            16,
                            3,
                            "community",
                            7,
                            usual(1, 399, "community"),
                            new CodeRange(601, 999, CodeRange.Meaning.MERGED, "合并社区", "merged communities")),
                    sequence(
                            19,
                            2,
                            new CodeRange(0, 0, CodeRange.Meaning.WHOLE, "未划分", "not split"),
                            usual(1, 99, "sequence"))));

    private TestSchemes() {}

    static CodeRange usual(int low, int high, String name) {
        return new CodeRange(low, high, CodeRange.Meaning.USUAL, name, name);
    }

    private static CodePart range(String name, int from, int length, String layer, int keyFrom, CodeRange... ranges) {
        return new CodePart(
                name,
                name,
                name,
                from,
                length,
                CodePart.Rule.RANGE,
                Optional.ofNullable(layer),
                keyFrom,
                List.of(ranges));
    }

    private static CodePart sequence(int from, int length, CodeRange... ranges) {
        return new CodePart(
                "sequence",
                "顺序号",
                "sequence",
                from,
                length,
                CodePart.Rule.SEQUENCE,
                Optional.empty(),
                1,
                List.of(ranges));
    }
}
