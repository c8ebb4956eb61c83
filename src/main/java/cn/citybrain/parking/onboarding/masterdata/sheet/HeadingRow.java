package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The row of headings: the first one that has at least two of them, or the only one; titles above it are left aside.
 *
 * @param columns headings by their place, from 0
 */
record HeadingRow(int index, Map<Integer, Heading> columns) {

    private static final int LOOKED_AT = 10;

    static long known(RawRow row, Layout layout) {
        return texts(row).values().stream()
                .flatMap(text -> layout.called(text).stream())
                .distinct()
                .count();
    }

    /** @throws SheetRefused naming every heading that is missing, unknown or there twice */
    static HeadingRow find(List<RawRow> rows, Layout layout) {
        int enough = Math.min(2, layout.headings().size());
        for (int i = 0; i < Math.min(LOOKED_AT, rows.size()); i++) {
            if (known(rows.get(i), layout) >= enough) {
                return of(rows, i, layout);
            }
        }
        throw new SheetRefused("前 %d 行里没有找到标题行。请使用模板的标题：%s".formatted(LOOKED_AT, titles(layout.headings())));
    }

    private static HeadingRow of(List<RawRow> rows, int index, Layout layout) {
        RawRow row = rows.get(index);
        if (index + 1 < rows.size() && isHeadingsOnly(rows.get(index + 1), layout)) {
            throw new SheetRefused("标题占了两行（第 %d、%d 行），请取消合并单元格，只留一行标题"
                    .formatted(row.line(), rows.get(index + 1).line()));
        }
        Map<Integer, Heading> columns = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        Set<Heading> there = new HashSet<>();
        texts(row).forEach((column, text) -> {
            Optional<Heading> heading = layout.called(text);
            if (heading.isEmpty()) {
                faults.add("%s 列的标题“%s”不认识".formatted(letter(column), text));
            } else if (!there.add(heading.get())) {
                faults.add("标题“%s”出现了两次（%s 列）".formatted(heading.get().title(), letter(column)));
            }
            heading.ifPresent(known -> columns.put(column, known));
        });
        faults.addAll(untitled(rows, index));
        List<Heading> missing = layout.headings().stream()
                .filter(heading -> heading.required() && !there.contains(heading))
                .toList();
        if (!missing.isEmpty()) {
            faults.add("缺少标题：" + titles(missing));
        }
        if (!faults.isEmpty()) {
            throw new SheetRefused("第 %d 行的标题有问题：%s。可用的标题：%s"
                    .formatted(row.line(), String.join("；", faults), titles(layout.headings())));
        }
        return new HeadingRow(index, columns);
    }

    /** Two rows of merged headings: the lower one holds nothing but headings too. */
    private static boolean isHeadingsOnly(RawRow row, Layout layout) {
        Map<Integer, String> texts = texts(row);
        long filled = row.cells().stream()
                .filter(cell -> !(cell instanceof Cell.Blank))
                .count();
        return filled > 0
                && texts.size() == filled
                && texts.values().stream().allMatch(text -> layout.called(text).isPresent());
    }

    /** Columns that say something below a heading that is empty. */
    private static List<String> untitled(List<RawRow> rows, int index) {
        Set<Integer> titled = texts(rows.get(index)).keySet();
        Map<Integer, Integer> without = new TreeMap<>();
        for (RawRow row : rows.subList(index + 1, rows.size())) {
            for (int column = 0; column < row.cells().size(); column++) {
                if (!titled.contains(column) && !(row.cells().get(column) instanceof Cell.Blank)) {
                    without.putIfAbsent(column, row.line());
                }
            }
        }
        return without.entrySet().stream()
                .map(at -> "%s 列没有标题，但第 %d 行有内容".formatted(letter(at.getKey()), at.getValue()))
                .toList();
    }

    private static Map<Integer, String> texts(RawRow row) {
        Map<Integer, String> texts = new TreeMap<>();
        for (int column = 0; column < row.cells().size(); column++) {
            if (!row.text(column).isEmpty()) {
                texts.put(column, row.text(column));
            }
        }
        return texts;
    }

    private static String titles(List<Heading> headings) {
        return headings.stream().map(Heading::title).collect(Collectors.joining("、"));
    }

    /** As spreadsheets count: A … Z, AA … */
    static String letter(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letter(column / 26 - 1) + last;
    }
}
