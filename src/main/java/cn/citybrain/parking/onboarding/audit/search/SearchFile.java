package cn.citybrain.parking.onboarding.audit.search;

import cn.citybrain.parking.onboarding.audit.search.FoundApplication.Lot;
import cn.citybrain.parking.onboarding.audit.search.FoundApplication.Named;
import cn.citybrain.parking.onboarding.masterdata.sheet.Content;
import cn.citybrain.parking.onboarding.masterdata.sheet.Heading;
import cn.citybrain.parking.onboarding.masterdata.sheet.Layout;
import cn.citybrain.parking.onboarding.masterdata.sheet.SheetWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything that a search finds, as a table for spreadsheets: no cell is a formula. */
@Component
class SearchFile {

    /** Applications that are read together. */
    private static final int PORTION = 500;

    private static final Map<String, String> TITLES = titles();
    private static final Layout LAYOUT = new Layout(
            "审计查询结果",
            TITLES.entrySet().stream()
                    .map(title -> new Heading(title.getKey(), title.getValue(), Content.TEXT, false, List.of(), "", ""))
                    .toList());

    private final ApplicationSearch search;
    private final FoundApplications found;
    private final DateTimeFormatter time;

    SearchFile(ApplicationSearch search, FoundApplications found, Clock clock) {
        this.search = search;
        this.found = found;
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(clock.getZone());
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("number", "申请编号");
        titles.put("company", "车场方");
        titles.put("channel", "支付渠道");
        titles.put("lots", "停车场");
        titles.put("lotCodes", "停车场编号");
        titles.put("state", "状态");
        titles.put("outcome", "结果");
        titles.put("begun", "申请时间");
        titles.put("ended", "结束时间");
        titles.put("marks", "标记");
        return titles;
    }

    /** UTF-8, one line for each. Read portion by portion: only the text is held as a whole. */
    byte[] csv(Search wanted) {
        List<String> numbers = search.numbers(wanted);
        Stream<Map<String, String>> rows = IntStream.iterate(0, from -> from < numbers.size(), from -> from + PORTION)
                .mapToObj(from -> numbers.subList(from, Math.min(from + PORTION, numbers.size())))
                .flatMap(portion -> found.of(portion).stream())
                .map(this::row);
        return SheetWriter.csv(LAYOUT, rows::iterator);
    }

    private Map<String, String> row(FoundApplication one) {
        return Map.of(
                "number", one.number(),
                "company", one.companyName(),
                "channel", one.channelName(),
                "lots", one.lots().stream().map(Lot::name).collect(Collectors.joining("、")),
                "lotCodes", one.lots().stream().map(Lot::code).collect(Collectors.joining("、")),
                "state", one.stateText(),
                "outcome", one.outcomeText(),
                "begun", time(one.begun()),
                "ended", time(one.ended()),
                "marks", one.marks().stream().map(Named::name).collect(Collectors.joining("、")));
    }

    private String time(Instant at) {
        return at == null ? "" : time.format(at);
    }
}
