package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.PaperOnRecord;
import cn.citybrain.parking.onboarding.audit.story.PaperTeller;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** When the papers came, and from whom. */
@Component
class PapersUploaded implements Chapter {

    private final PaperTeller papers;

    PapersUploaded(PaperTeller papers) {
        this.papers = papers;
    }

    @Override
    public List<Entry> of(Subject subject) {
        return papers.of(subject).stream()
                .filter(paper -> !paper.removed())
                .map(paper -> Told.at(paper.uploadedAt(), Kind.PAPER, "上传“" + paper.where() + "”")
                        .by(
                                paper.uploadedBy() == null
                                        ? null
                                        : paper.uploadedBy().id())
                        .fact("文件名", paper.fileName())
                        .fact("类型", paper.mediaType())
                        .fact("大小", paper.size() + " 字节")
                        .fact("SHA-256", paper.sha256())
                        .fact("用于", used(paper))
                        .from("document", paper.documentId()))
                .toList();
    }

    private static String used(PaperOnRecord paper) {
        return paper.revisions().isEmpty()
                ? ""
                : "第 " + paper.revisions().stream().map(String::valueOf).collect(Collectors.joining("、")) + " 次提交";
    }
}
