package cn.citybrain.parking.onboarding.figures.overview;

import cn.citybrain.parking.onboarding.masterdata.sheet.Content;
import cn.citybrain.parking.onboarding.masterdata.sheet.Heading;
import cn.citybrain.parking.onboarding.masterdata.sheet.Layout;
import cn.citybrain.parking.onboarding.masterdata.sheet.SheetWriter;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of the overview as files for spreadsheets: no cell is a formula. */
enum OverviewTable {
    WAITING_FOR(
            "等待谁",
            rows(o -> o.now().waitingFor(), f -> List.of(f.who(), f.count(), f.overdue(), f.oldest())),
            "等待谁",
            "件数",
            "其中超期",
            "最早等待起"),
    WAITING(
            "各步骤等待",
            rows(
                    o -> o.now().waiting(),
                    f -> List.of(f.channelName(), f.step(), f.who(), f.count(), f.overdue(), f.oldest(), f.median())),
            "支付渠道",
            "步骤",
            "等待谁",
            "件数",
            "其中超期",
            "最早等待起",
            "中位等待起"),
    FAILURES(
            "平台处理出错",
            rows(
                    o -> o.now().failures(),
                    f -> List.of(
                            f.applicationNo(),
                            f.merchantName(),
                            f.lotName(),
                            f.lotCode(),
                            f.channelName(),
                            f.step(),
                            f.since())),
            "申请编号",
            "车场方",
            "停车场",
            "停车场编号",
            "支付渠道",
            "步骤",
            "出错时间"),
    FIRST_PASS(
            "一次通过",
            rows(
                    o -> o.past().firstPass(),
                    f -> List.of(f.channelName(), f.rate(), f.decided(), f.atOnce(), f.refused())),
            "支付渠道",
            "一次通过率（%）",
            "审结申请数",
            "一次通过",
            "拒绝"),
    RETURNED_FIELDS(
            "退回字段",
            rows(
                    o -> o.past().returnedFields(),
                    f -> List.of(f.channelName(), f.field(), f.byReviewers(), f.byChannel())),
            "支付渠道",
            "字段",
            "运营公司退回次数",
            "渠道退回次数"),
    PARTY_TIMES(
            "各方用时",
            rows(
                    o -> o.past().partyTimes(),
                    f -> List.of(f.channelName(), f.partyName(), new Hours(f.sumMillis()), f.percent())),
            "支付渠道",
            "用时方",
            "累计小时",
            "占比（%）"),
    STEP_TIMES(
            "步骤用时",
            rows(
                    o -> o.past().stepTimes(),
                    f -> List.of(
                            f.channelName(),
                            f.step(),
                            f.partyName(),
                            f.passes(),
                            new Hours(f.medianMillis()),
                            new Hours(f.p90Millis()),
                            new Hours(f.sumMillis()))),
            "支付渠道",
            "步骤",
            "用时方",
            "办结次数",
            "中位小时",
            "九成不超过小时",
            "累计小时"),
    FAILED_DEDUCTIONS(
            "扣款失败",
            rows(
                    o -> o.past().failedDeductions(),
                    f -> List.of(f.channelName(), f.code(), f.reason(), f.count(), f.last())),
            "支付渠道",
            "渠道代码",
            "原因",
            "次数",
            "最近一次"),
    EXPECTED(
            "预计正式接入",
            rows(
                    o -> o.past().expected(),
                    f -> List.of(
                            f.applicationNo(),
                            f.companyName(),
                            f.channelName(),
                            f.step(),
                            f.median(),
                            f.early(),
                            f.late(),
                            f.cases())),
            "申请编号",
            "车场方",
            "支付渠道",
            "当前步骤",
            "预计时间",
            "较早（四分位）",
            "较晚（四分位）",
            "依据的申请数");

    private final String title;
    private final Function<Overview, List<List<Object>>> rows;
    private final Layout layout;

    OverviewTable(String title, Function<Overview, List<List<Object>>> rows, String... titles) {
        this.title = title;
        this.rows = rows;
        this.layout = new Layout(
                title,
                IntStream.range(0, titles.length)
                        .mapToObj(
                                place -> new Heading(key(place), titles[place], Content.TEXT, false, List.of(), "", ""))
                        .toList());
    }

    /** As {@code waiting-for}. @throws NotCounted if there is no such table */
    static OverviewTable of(String name) {
        return Arrays.stream(values())
                .filter(table -> table.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotCounted("总览里没有表“" + name + "”，请从页面上重新下载"));
    }

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    byte[] csv(Overview overview, ZoneId zone) {
        CellText text = new CellText(zone);
        return SheetWriter.csv(
                layout,
                rows.apply(overview).stream().map(row -> cells(row, text)).toList());
    }

    private static Map<String, String> cells(List<Object> row, CellText text) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int place = 0; place < row.size(); place++) {
            cells.put(key(place), text.of(row.get(place)));
        }
        return cells;
    }

    private static String key(int place) {
        return "c" + place;
    }

    /** A vendor's tables may be missing. */
    private static <F> Function<Overview, List<List<Object>>> rows(
            Function<Overview, List<F>> figures, Function<F, List<Object>> cells) {
        return overview -> Stream.ofNullable(figures.apply(overview))
                .flatMap(List::stream)
                .map(cells)
                .toList();
    }
}
