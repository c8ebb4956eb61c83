package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.dossier.print.Booklet;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Story;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the channel sent by itself, and what it answered. */
final class ChannelChapter implements Chapter {

    private static final Set<Kind> WORDS = EnumSet.of(Kind.CHANNEL_MESSAGE, Kind.CHANNEL_ANSWER);

    private final Story story;

    ChannelChapter(Story story) {
        this.story = story;
    }

    @Override
    public String title() {
        return "渠道应答与通知";
    }

    @Override
    public void print(Booklet booklet) throws IOException {
        List<Entry> said = story.entries().stream()
                .filter(entry -> WORDS.contains(entry.kind()))
                .toList();
        EntryTable.print(booklet, said, "渠道还没有应答过。");
    }
}
