package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.dossier.matter.Words;
import cn.citybrain.parking.onboarding.audit.story.SubmittedRevision;
import java.util.List;

/** What was submitted and what reviewers said to it, as tables. */
final class RevisionSheets {

    private final List<SubmittedRevision> revisions;

    RevisionSheets(List<SubmittedRevision> revisions) {
        this.revisions = revisions;
    }

    List<Sheet> sheets() {
        return List.of(values(), changes(), remarks(), decisions());
    }

    private Sheet values() {
        Sheet sheet = new Sheet("提交资料", "第几次", "提交内容", "提交人", "提交时间", "环节", "字段", "名称", "内容", "已掩码");
        for (SubmittedRevision revision : revisions) {
            for (SubmittedRevision.Value value : revision.values()) {
                sheet.row(
                        revision.number(),
                        revision.what(),
                        Words.full(revision.submittedBy()),
                        Words.time(revision.submittedAt()),
                        value.stage(),
                        value.key(),
                        value.label(),
                        value.value(),
                        value.masked() ? "是" : "");
            }
        }
        return sheet;
    }

    private Sheet changes() {
        Sheet sheet = new Sheet("提交变更", "第几次", "字段", "名称", "之前", "之后");
        for (SubmittedRevision revision : revisions) {
            revision.changes()
                    .forEach(change -> sheet.row(
                            revision.number(), change.key(), change.label(), change.before(), change.after()));
        }
        return sheet;
    }

    private Sheet remarks() {
        Sheet sheet = new Sheet("退回意见", "第几次", "字段", "名称", "意见", "来源", "提出人", "时间");
        for (SubmittedRevision revision : revisions) {
            revision.remarks()
                    .forEach(remark -> sheet.row(
                            revision.number(),
                            remark.key(),
                            remark.label(),
                            remark.reason(),
                            remark.source(),
                            Words.full(remark.by()),
                            Words.time(remark.at())));
        }
        return sheet;
    }

    private Sheet decisions() {
        Sheet sheet = new Sheet("审核决定", "第几次", "决定", "说明", "理由", "已确认的疑点", "决定人", "时间", "流程采用时间");
        for (SubmittedRevision revision : revisions) {
            revision.decisions()
                    .forEach(decision -> sheet.row(
                            revision.number(),
                            decision.decision(),
                            decision.words(),
                            decision.reason(),
                            String.join("、", decision.confirmedDoubts()),
                            Words.full(decision.by()),
                            Words.time(decision.at()),
                            Words.time(decision.usedAt())));
        }
        return sheet;
    }
}
