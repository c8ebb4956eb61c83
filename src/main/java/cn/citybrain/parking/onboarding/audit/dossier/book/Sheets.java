package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.diagram.Course;
import cn.citybrain.parking.onboarding.audit.dossier.matter.DossierFile;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Matter;
import cn.citybrain.parking.onboarding.audit.dossier.matter.PaperFile;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Words;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Header;
import cn.citybrain.parking.onboarding.audit.story.PaperOnRecord;
import cn.citybrain.parking.onboarding.audit.story.Story;
import java.util.List;
import java.util.stream.Stream;

/** Everything of a story as tables, for those who calculate with it. */
public final class Sheets {

    private static final String FOLDER = "表格/";

    private final Matter matter;
    private final List<PaperFile> papers;

    public Sheets(Matter matter, List<PaperFile> papers) {
        this.matter = matter;
        this.papers = papers;
    }

    public List<DossierFile> files() {
        Story story = matter.story();
        return Stream.of(
                        List.of(timeline(), lots(), papers(), instances(), steps()),
                        new RevisionSheets(story.revisions()).sheets(),
                        new MoneySheets(story.deductions()).sheets())
                .flatMap(List::stream)
                .map(sheet -> sheet.file(FOLDER))
                .toList();
    }

    private Sheet timeline() {
        Sheet sheet = new Sheet("时间线", "时间", "类别", "事项", "人员", "人员编号", "角色", "停车场", "流程编号", "步骤", "详情", "来源表", "来源编号");
        for (Entry entry : matter.story().entries()) {
            sheet.row(
                    Words.time(entry.at()),
                    entry.kind().title(),
                    entry.title(),
                    Words.name(entry.person()),
                    Words.id(entry.person()),
                    Words.role(entry.person()),
                    entry.lotCode(),
                    entry.processInstanceId(),
                    entry.activityId(),
                    Words.facts(entry),
                    entry.source().table(),
                    entry.source().id());
        }
        return sheet;
    }

    private Sheet lots() {
        Sheet sheet = new Sheet("停车场", "编码", "名称", "状态", "渠道方编号", "绑定时间", "正式接入时间", "解除时间", "解除原因");
        for (Header.Lot lot : matter.story().header().lots()) {
            sheet.row(
                    lot.code(),
                    lot.name(),
                    lot.stateText(),
                    lot.channelLotId(),
                    Words.time(lot.configuredAt()),
                    Words.time(lot.liveAt()),
                    Words.time(lot.withdrawnAt()),
                    lot.withdrawalReason());
        }
        return sheet;
    }

    private Sheet papers() {
        Sheet sheet = new Sheet("证照材料", "文件", "名称", "原文件名", "类型", "字节", "SHA-256", "上传人", "上传时间", "用于第几次提交", "状态");
        for (PaperFile file : papers) {
            PaperOnRecord paper = file.paper();
            sheet.row(
                    file.name(),
                    paper.where(),
                    paper.fileName(),
                    paper.mediaType(),
                    paper.size(),
                    paper.sha256(),
                    Words.full(paper.uploadedBy()),
                    Words.time(paper.uploadedAt()),
                    Words.numbers(paper.revisions()),
                    file.state().title());
        }
        return sheet;
    }

    private Sheet instances() {
        Sheet sheet = new Sheet("流程", "流程编号", "流程代码", "名称", "版本", "停车场", "上级流程", "开始", "结束", "状态");
        for (Header.Instance one : matter.story().header().instances()) {
            sheet.row(
                    one.id(),
                    one.key(),
                    one.name(),
                    one.version(),
                    one.lotCode(),
                    one.parent(),
                    Words.time(one.started()),
                    Words.time(one.ended()),
                    one.state());
        }
        return sheet;
    }

    private Sheet steps() {
        Sheet sheet = new Sheet("流程步骤", "流程编号", "步骤", "名称", "类型", "开始", "结束", "结果", "办理人", "下级流程");
        for (Course course : matter.courses()) {
            course.steps()
                    .forEach(step -> sheet.row(
                            course.id(),
                            step.activityId(),
                            step.name(),
                            step.type(),
                            Words.time(step.started()),
                            Words.time(step.ended()),
                            step.passage().name(),
                            step.who(),
                            step.calledId()));
        }
        return sheet;
    }
}
