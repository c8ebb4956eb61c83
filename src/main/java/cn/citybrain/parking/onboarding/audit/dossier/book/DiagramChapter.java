package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.diagram.Course;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Version;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Words;
import cn.citybrain.parking.onboarding.audit.dossier.print.Booklet;
import cn.citybrain.parking.onboarding.audit.dossier.print.Column;
import cn.citybrain.parking.onboarding.audit.dossier.print.DiagramReader;
import cn.citybrain.parking.onboarding.audit.dossier.print.Walk;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The picture of each process with the way that was taken, and its steps behind it. */
final class DiagramChapter implements Chapter {

    private static final List<Column> PROCESSES = List.of(
            new Column("流程", 2.4f),
            new Column("版本", 0.6f),
            new Column("停车场", 2.2f),
            new Column("开始", 1.7f),
            new Column("结束", 1.7f),
            new Column("步数", 0.6f),
            new Column("流程编号", 2.4f));

    private static final List<Column> COLUMNS = List.of(
            new Column("编号", 0.6f),
            new Column("步骤", 3.4f),
            new Column("开始", 1.8f),
            new Column("结束", 1.8f),
            new Column("历时", 1.2f),
            new Column("办理人", 1.4f),
            new Column("结果", 0.9f));

    private final List<Course> courses;
    private final Map<String, Version> versions;

    DiagramChapter(List<Course> courses, List<Version> versions) {
        this.courses = courses;
        this.versions = versions.stream().collect(Collectors.toMap(Version::definitionId, Function.identity()));
    }

    @Override
    public String title() {
        return "流程图与走过的路径";
    }

    @Override
    public void print(Booklet booklet) throws IOException {
        if (courses.isEmpty()) {
            booklet.note("还没有开始办理，或流程历史已到期清除。");
            return;
        }
        booklet.note("每个流程一张图，按开始时间排列；图太宽时从左到右分成几页。图后列出它的每一步。");
        booklet.table(PROCESSES, courses.stream().map(DiagramChapter::process).toList());
        for (Course course : courses) {
            String caption = caption(course);
            Walked walked = Walked.of(course);
            Version version = versions.get(course.definitionId());
            if (version == null) {
                booklet.section(caption);
                booklet.note("流程模型的这个版本已经删除，没有图。");
            } else {
                booklet.diagram(caption, DiagramReader.read(version.xml()), walked.walk());
            }
            booklet.table(
                    COLUMNS,
                    course.steps().stream()
                            .filter(step -> step.activityId().equals(step.element()))
                            .map(step -> row(step, walked))
                            .toList());
        }
    }

    private static List<String> process(Course course) {
        return List.of(
                course.name(),
                Integer.toString(course.version()),
                course.lotName(),
                Words.time(course.started()),
                course.ended() == null ? "进行中" : Words.time(course.ended()),
                Integer.toString(course.steps().size()),
                course.id());
    }

    private static String caption(Course course) {
        String lot = course.lotCode().isEmpty() ? "" : "　" + course.lotName() + "（" + course.lotCode() + "）";
        return "%s 第 %d 版%s　%s".formatted(course.name(), course.version(), lot, Words.time(course.started()));
    }

    private static List<String> row(Course.Step step, Walked walked) {
        Walk.Mark mark = walked.walk().marks().get(step.element());
        return List.of(
                mark == null ? "" : Integer.toString(mark.number()),
                name(step),
                Words.time(step.started()),
                Words.time(step.ended()),
                Words.lasting(step.started(), step.ended()),
                step.whoName().isEmpty() ? step.who() : step.whoName(),
                Walked.state(step).title());
    }

    /** A gateway where nothing is asked has none in the model. */
    private static String name(Course.Step step) {
        if (step.name() != null && !step.name().isEmpty()) {
            return step.name();
        }
        return step.type().endsWith("Gateway") ? "（分支）" : step.activityId();
    }
}
