package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.dossier.matter.Words;
import cn.citybrain.parking.onboarding.audit.dossier.print.Booklet;
import cn.citybrain.parking.onboarding.audit.dossier.print.Column;
import cn.citybrain.parking.onboarding.audit.story.Story;
import cn.citybrain.parking.onboarding.audit.story.SubmittedRevision;
import java.io.IOException;
import java.util.List;

/** What was submitted each time, whole, with what changed, what was doubtful and what reviewers said. */
final class RevisionChapter implements Chapter {

    private final Story story;

    RevisionChapter(Story story) {
        this.story = story;
    }

    @Override
    public String title() {
        return "历次提交的资料";
    }

    @Override
    public void print(Booklet booklet) throws IOException {
        if (story.revisions().isEmpty()) {
            booklet.note("还没有提交过资料。");
        }
        for (SubmittedRevision revision : story.revisions()) {
            print(booklet, revision);
        }
    }

    private static void print(Booklet booklet, SubmittedRevision one) throws IOException {
        booklet.section("第 %d 次提交：%s".formatted(one.number(), one.what()));
        booklet.note("%s　%s".formatted(Words.time(one.submittedAt()), Words.full(one.submittedBy())));
        table(
                booklet,
                List.of(new Column("与上一次相比", 2), new Column("之前", 3), new Column("之后", 3)),
                one.changes().stream()
                        .map(change -> List.of(change.label(), text(change.before()), text(change.after())))
                        .toList());
        table(
                booklet,
                List.of(new Column("有疑点的一项", 2), new Column("疑点", 3), new Column("申请人说明", 3)),
                one.doubts().stream()
                        .map(doubt -> List.of(doubt.label(), doubt.doubt(), text(doubt.explanation())))
                        .toList());
        table(
                booklet,
                List.of(new Column("退回的一项", 2), new Column("意见", 4), new Column("来源与时间", 2.4f)),
                one.remarks().stream().map(RevisionChapter::remark).toList());
        table(
                booklet,
                List.of(new Column("决定", 1.4f), new Column("理由", 4), new Column("决定人与时间", 2.4f)),
                one.decisions().stream().map(RevisionChapter::decision).toList());
        table(
                booklet,
                List.of(new Column("环节", 1.4f), new Column("名称", 2.2f), new Column("内容", 4.4f)),
                one.values().stream()
                        .map(value -> List.of(value.stage(), value.label(), text(value.value())))
                        .toList());
        table(
                booklet,
                List.of(new Column("证照材料", 2), new Column("文件", 2), new Column("SHA-256", 4.4f)),
                one.papers().stream()
                        .map(paper -> List.of(paper.label(), paper.fileName(), paper.sha256()))
                        .toList());
    }

    private static List<String> remark(SubmittedRevision.RemarkMade remark) {
        return List.of(
                remark.label(),
                remark.reason(),
                "%s　%s\n%s".formatted(text(remark.source()), Words.full(remark.by()), Words.time(remark.at())));
    }

    private static List<String> decision(SubmittedRevision.DecisionMade decision) {
        String confirmed = decision.confirmedDoubts().isEmpty()
                ? ""
                : "\n已确认疑点：" + String.join("、", decision.confirmedDoubts());
        return List.of(
                decision.words(),
                text(decision.reason()) + confirmed,
                Words.full(decision.by()) + "\n" + Words.time(decision.at()));
    }

    private static void table(Booklet booklet, List<Column> columns, List<List<String>> rows) throws IOException {
        if (!rows.isEmpty()) {
            booklet.table(columns, rows);
        }
    }

    private static String text(String text) {
        return text == null || text.isEmpty() ? "—" : text;
    }
}
