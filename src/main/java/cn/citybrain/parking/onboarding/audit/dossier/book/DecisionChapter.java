package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.dossier.print.Booklet;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Story;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What people decided, and where they interfered. */
final class DecisionChapter implements Chapter {

    private static final Set<Kind> INTERFERENCE = EnumSet.of(Kind.OPERATION, Kind.MASTER_DATA, Kind.REMOVAL);

    private final Story story;

    DecisionChapter(Story story) {
        this.story = story;
    }

    @Override
    public String title() {
        return "决定与干预";
    }

    @Override
    public void print(Booklet booklet) throws IOException {
        booklet.section("决定");
        List<Entry> decisions = story.entries().stream()
                .filter(entry -> entry.kind() == Kind.DECISION)
                .toList();
        EntryTable.print(booklet, decisions, "还没有人作出决定。");
        booklet.section("人工干预、主数据变更与到期清除");
        List<Entry> interference = story.entries().stream()
                .filter(entry -> INTERFERENCE.contains(entry.kind()))
                .toList();
        EntryTable.print(booklet, interference, "没有人在任务之外干预过流程。");
    }
}
