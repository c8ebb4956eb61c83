package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.dossier.matter.PaperFile;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Words;
import cn.citybrain.parking.onboarding.audit.dossier.print.Booklet;
import cn.citybrain.parking.onboarding.audit.dossier.print.Column;
import java.io.IOException;
import java.util.List;

/** Every paper with its hash. */
final class PaperChapter implements Chapter {

    private final List<PaperFile> papers;

    PaperChapter(List<PaperFile> papers) {
        this.papers = papers;
    }

    @Override
    public String title() {
        return "证照材料清单";
    }

    @Override
    public void print(Booklet booklet) throws IOException {
        if (papers.isEmpty()) {
            booklet.note("没有上传过证照材料。");
            return;
        }
        booklet.table(
                List.of(
                        new Column("名称与文件", 3),
                        new Column("用于", 1),
                        new Column("上传", 1.8f),
                        new Column("大小", 0.8f),
                        new Column("SHA-256 与状态", 3.6f)),
                papers.stream().map(PaperChapter::row).toList());
    }

    private static List<String> row(PaperFile file) {
        String used = file.paper().revisions().isEmpty()
                ? "—"
                : "第 " + Words.numbers(file.paper().revisions()) + " 次";
        return List.of(
                file.paper().where() + "\n" + file.paper().fileName() + "\n" + file.name(),
                used,
                Words.full(file.paper().uploadedBy()) + "\n"
                        + Words.time(file.paper().uploadedAt()),
                Words.size(file.paper().size()),
                file.paper().sha256() + "\n" + file.state().title());
    }
}
