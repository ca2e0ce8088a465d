package org.gridward.incident;

import java.util.List;
import java.util.Optional;

/** A category as it is written in a change: every member by its public name. */
record CategoryForm(
        String code,
        String parent,
        String classCode,
        String classScheme,
        String nameZh,
        String nameEn,
        Integer tier,
        String colour,
        String matterClass,
        String dutyType,
        List<String> departments,
        String playbook,
        String family,
        Integer twinMeters,
        Integer twinHours,
        Boolean bothSides,
        Boolean revisit,
        Integer patrolHours,
        List<String> words,
        List<CategoryQuestion> questions,
        Integer ordinal) {

    static CategoryForm of(Category category) {
        return new CategoryForm(
                category.code(),
                category.parent().orElse(null),
                category.classCode(),
                category.classScheme(),
                category.nameZh(),
                category.nameEn(),
                category.tier(),
                category.colour(),
                category.matterClass(),
                category.dutyType(),
                category.departments(),
                category.playbook(),
                category.family(),
                category.twinMeters(),
                category.twinHours(),
                category.bothSides(),
                category.revisit(),
                category.patrolHours(),
                category.words(),
                category.questions(),
                category.ordinal());
    }

    /** A new category before anything is said of it. */
    static CategoryForm blank(String code, int ordinal) {
        return new CategoryForm(
                code,
                null,
                "06",
                "extension",
                null,
                null,
                2,
                "YELLOW",
                "SMALL",
                "INFORMATION",
                List.of(),
                null,
                code,
                60,
                72,
                false,
                true,
                null,
                List.of(),
                List.of(),
                ordinal);
    }

    Category category() {
        return new Category(
                code,
                Optional.ofNullable(parent),
                classCode,
                classScheme,
                nameZh,
                nameEn,
                tier,
                colour,
                matterClass,
                dutyType,
                departments,
                playbook,
                family,
                twinMeters,
                twinHours,
                bothSides,
                revisit,
                patrolHours,
                words,
                questions,
                ordinal);
    }
}
