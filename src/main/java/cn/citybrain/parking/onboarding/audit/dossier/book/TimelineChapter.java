package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.dossier.print.Booklet;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Story;
import java.io.IOException;
import java.util.List;

/** Everything in the order in which it happened, but for the steps of the processes: those stand behind their pictures. */
final class TimelineChapter implements Chapter {

    private final Story story;

    TimelineChapter(Story story) {
        this.story = story;
    }

    @Override
    public String title() {
        return "时间线";
    }

    @Override
    public void print(Booklet booklet) throws IOException {
        List<Entry> entries = story.entries().stream()
                .filter(entry -> entry.kind() != Kind.STEP)
                .toList();
        booklet.note("流程步骤列在各流程图之后，不在此重复；全部记录见 story.json 和 表格/时间线.csv。");
        EntryTable.print(booklet, entries, "还没有发生过什么。");
    }
}
