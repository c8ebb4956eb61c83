package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.dossier.matter.Matter;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Words;
import cn.citybrain.parking.onboarding.audit.dossier.print.Booklet;
import cn.citybrain.parking.onboarding.audit.dossier.print.Column;
import cn.citybrain.parking.onboarding.audit.dossier.print.Labelled;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Header;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What it was about, which lots, who took part. */
final class SummaryChapter implements Chapter {

    private final Matter matter;

    SummaryChapter(Matter matter) {
        this.matter = matter;
    }

    @Override
    public String title() {
        return "概要";
    }

    @Override
    public void print(Booklet booklet) throws IOException {
        Header header = matter.story().header();
        booklet.facts(List.of(
                new Labelled("车场方", header.companyName()),
                new Labelled("统一社会信用代码", header.companyUscc()),
                new Labelled("渠道与账户", (header.channelName() + "　" + header.account()).strip()),
                new Labelled("状态与结果", header.stateText() + "　" + header.outcome()),
                new Labelled("发起人", Words.full(header.beganBy())),
                new Labelled("历时", lasting(header))));
        booklet.section("停车场");
        booklet.table(
                List.of(
                        new Column("编码", 1.3f),
                        new Column("名称", 2.2f),
                        new Column("状态", 1.4f),
                        new Column("渠道方编号", 1.8f),
                        new Column("绑定", 1.7f),
                        new Column("正式接入", 1.7f)),
                header.lots().stream().map(SummaryChapter::lot).toList());
        booklet.section("参与人员");
        booklet.table(
                List.of(
                        new Column("姓名", 1.6f),
                        new Column("编号", 1.6f),
                        new Column("角色", 2.6f),
                        new Column("记录数", 0.8f),
                        new Column("最早", 1.7f),
                        new Column("最晚", 1.7f)),
                people());
        booklet.section("记录");
        booklet.paragraph(kinds());
    }

    private String lasting(Header header) {
        return header.ended() == null
                ? Words.lasting(header.begun(), matter.lastAt()) + "（截至卷宗时点）"
                : Words.lasting(header.begun(), header.ended());
    }

    private static List<String> lot(Header.Lot lot) {
        return List.of(
                lot.code(),
                lot.name(),
                lot.stateText(),
                lot.channelLotId() == null ? "" : lot.channelLotId(),
                Words.time(lot.configuredAt()),
                Words.time(lot.liveAt()));
    }

    private String kinds() {
        Map<Kind, Long> counts = matter.story().entries().stream()
                .collect(Collectors.groupingBy(Entry::kind, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getKey().title() + " " + count.getValue() + " 条")
                .collect(Collectors.joining("，", "共 " + matter.story().entries().size() + " 条：", "。"));
    }

    private List<List<String>> people() {
        Map<String, List<Entry>> entries = matter.story().entries().stream()
                .filter(entry -> entry.person() != null)
                .collect(Collectors.groupingBy(entry -> entry.person().id(), TreeMap::new, Collectors.toList()));
        List<List<String>> rows = new ArrayList<>();
        entries.values().stream()
                .sorted(Comparator.comparing(
                        (List<Entry> theirs) -> theirs.get(0).at()))
                .map(SummaryChapter::person)
                .forEach(rows::add);
        return rows;
    }

    private static List<String> person(List<Entry> theirs) {
        Person person = theirs.get(0).person();
        return List.of(
                person.name(),
                person.id(),
                person.role(),
                Integer.toString(theirs.size()),
                Words.time(theirs.get(0).at()),
                Words.time(theirs.get(theirs.size() - 1).at()));
    }
}
