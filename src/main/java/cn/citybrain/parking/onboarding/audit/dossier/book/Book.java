package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.dossier.matter.Matter;
import cn.citybrain.parking.onboarding.audit.dossier.matter.PaperFile;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Point;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Version;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Words;
import cn.citybrain.parking.onboarding.audit.dossier.print.Booklet;
import cn.citybrain.parking.onboarding.audit.dossier.print.Labelled;
import cn.citybrain.parking.onboarding.audit.story.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The part of a dossier that people read. */
public final class Book {

    private static final String TITLE = "支付渠道接入审计卷宗";
    private static final String EXPLANATION = "卷宗时点是申请最后一次有事发生的时间；内容摘要相同的卷宗逐字节相同。此后审计人员的查阅（包括下载卷宗）记录在审计页面上，不推进时点。"
            + "车牌、账单号和姓名完整列出；银行账号、证件号码和电话已掩码。〓 代表字库中没有的字，原字见 story.json。时间均为北京时间。";
    private static final int HEX = 16;
    private static final int DIGITS_OF_A_LONG = 15;

    private final Matter matter;
    private final Point point;
    private final List<Chapter> chapters;

    public Book(Matter matter, Point point, List<Version> versions, List<PaperFile> papers) {
        this.matter = matter;
        this.point = point;
        this.chapters = List.of(
                new SummaryChapter(matter),
                new DecisionChapter(matter.story()),
                new ChannelChapter(matter.story()),
                new DeductionChapter(matter.story()),
                new DiagramChapter(matter.courses(), versions),
                new TimelineChapter(matter.story()),
                new RevisionChapter(matter.story()),
                new PaperChapter(papers));
    }

    public byte[] bytes() {
        try (Booklet booklet = new Booklet(TITLE + " " + matter.number(), runningHead(), identity())) {
            Header header = matter.story().header();
            booklet.cover(TITLE, header.number(), cover(header), EXPLANATION, chapters.size());
            int number = 0;
            for (Chapter chapter : chapters) {
                number++;
                booklet.chapter(number + "　" + chapter.title());
                chapter.print(booklet);
            }
            return booklet.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the dossier of " + matter.number() + " cannot be printed", e);
        }
    }

    private List<Labelled> cover(Header header) {
        return List.of(
                new Labelled("申请编号", header.number()),
                new Labelled("车场方", header.companyName() + "（" + header.companyUscc() + "）"),
                new Labelled("渠道", header.channelName()),
                new Labelled("状态", header.stateText()),
                new Labelled("结果", header.outcome()),
                new Labelled("开始", Words.time(header.begun())),
                new Labelled("结束", header.ended() == null ? "尚未结束" : Words.time(header.ended())),
                new Labelled("卷宗时点", Words.time(point.at()) + "，共 " + point.entries() + " 条记录"),
                new Labelled("内容摘要", point.digest() + "（SHA-256）"));
    }

    private String runningHead() {
        Header header = matter.story().header();
        return "%s　%s　%s　时点 %s　摘要 %s"
                .formatted(
                        TITLE,
                        header.number(),
                        header.channelName(),
                        Words.time(point.at()),
                        point.digest().substring(0, HEX));
    }

    private long identity() {
        return Long.parseLong(point.digest().substring(0, DIGITS_OF_A_LONG), HEX);
    }
}
