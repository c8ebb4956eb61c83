package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.diagram.Course;
import cn.citybrain.parking.onboarding.audit.diagram.Course.Flow;
import cn.citybrain.parking.onboarding.audit.diagram.Course.Passage;
import cn.citybrain.parking.onboarding.audit.diagram.Course.Step;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Matter;
import cn.citybrain.parking.onboarding.audit.dossier.matter.PaperFile;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Version;
import cn.citybrain.parking.onboarding.audit.story.Attempt;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Header;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.PaperOnRecord;
import cn.citybrain.parking.onboarding.audit.story.Person;
import cn.citybrain.parking.onboarding.audit.story.Story;
import cn.citybrain.parking.onboarding.audit.story.SubmittedRevision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A story with five lots, three revisions, a dispute and a reason that is longer than a page. */
final class SampleMatter {

    static final Instant BEGUN = Instant.parse("2026-11-20T01:00:00Z");
    static final String LONG_REASON = "经核对，营业执照住所与停车场所在地不一致，且招牌照片模糊；".repeat(120) + "请补正后重新提交。";

    private static final Person OPERATOR = new Person("hubin", "湖滨停车管理员", "车场方经办");
    private static final Person REVIEWER = new Person("reviewer", "审核员甲", "运营公司审核");
    private static final Person SUPERVISOR = new Person("supervisor", "主管甲", "运营公司主管");
    private static final Person OTHER = new Person("supervisor2", "主管乙", "运营公司主管");
    private static final String HASH = "0123456789abcdef".repeat(4);

    private SampleMatter() {}

    static Matter matter() throws IOException {
        return new Matter(new Story(header(), entries(), revisions(), papers(), deductions()), courses());
    }

    static List<PaperFile> files() {
        return papers().stream()
                .map(paper -> new PaperFile(paper, List.of("证照/001-营业执照-01234567.jpg"), HASH, PaperFile.State.HERE))
                .toList();
    }

    static List<Version> versions() throws IOException {
        return List.of(
                new Version("gate:1", "test-deduction-gate", 1, model("test-deduction-gate")),
                new Version("wechat:1", "wechatpay-onboarding", 1, model("wechatpay-onboarding")));
    }

    private static String model(String key) throws IOException {
        return Files.readString(Path.of("bpmn", key + ".bpmn"));
    }

    private static Header header() {
        List<Header.Lot> lots = lots().map(n -> new Header.Lot(
                        (long) n,
                        code(n),
                        "湖滨银泰停车场 " + n + " 号",
                        "LIVE",
                        "正式接入",
                        "CH-" + code(n),
                        at(n),
                        at(90 + n),
                        null,
                        ""))
                .toList();
        List<Header.Instance> instances = lots().map(n -> new Header.Instance(
                        "gate-" + n,
                        "gate:1",
                        "test-deduction-gate",
                        "测试扣款",
                        1,
                        code(n),
                        "root",
                        at(40),
                        at(90 + n),
                        "COMPLETED"))
                .toList();
        return new Header(
                "WX202611200001",
                "杭州湖滨停车管理有限公司",
                "91330102765432101R",
                "wechatpay",
                "微信支付",
                "1900000109",
                "DONE",
                "已完成",
                "已完成，5 个停车场正式接入",
                false,
                BEGUN,
                at(120),
                Duration.ofMinutes(120).toSeconds(),
                OPERATOR,
                lots,
                List.of(),
                instances);
    }

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(1, Kind.TASK, "办理任务“填写申请资料”", OPERATOR, ""));
        entries.add(entry(2, Kind.DECISION, "退回更正", REVIEWER, LONG_REASON));
        for (int n = 3; n < 110; n++) {
            Kind kind = Kind.values()[n % Kind.values().length];
            entries.add(entry(n, kind, kind.title() + "发生了第 " + n + " 件事", n % 3 == 0 ? SUPERVISOR : null, "说明 " + n));
        }
        return entries;
    }

    private static Entry entry(int minute, Kind kind, String title, Person person, String reason) {
        List<Entry.Fact> facts = reason.isEmpty() ? List.of() : List.of(new Entry.Fact("理由", reason));
        return new Entry(
                at(minute), kind, title, person, "", null, null, facts, new Entry.Source("sample", "" + minute));
    }

    private static List<SubmittedRevision> revisions() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(n -> new SubmittedRevision(
                        n,
                        n == 1 ? "填写申请资料" : "补正申请资料",
                        OPERATOR,
                        at(n * 5),
                        IntStream.range(0, 30)
                                .mapToObj(field -> new SubmittedRevision.Value(
                                        "field" + field, "第 " + field + " 项", "企业信息", "内容 " + field, false))
                                .toList(),
                        List.of(new SubmittedRevision.RevisionPaper(
                                "licence", "营业执照", "doc" + n, "执照.jpg", "image/jpeg", HASH, "")),
                        List.of(new SubmittedRevision.Doubt("name", "商户名称", "与户名不一致", "名称刚刚变更")),
                        n == 1
                                ? List.of()
                                : List.of(new SubmittedRevision.Change("name", "商户简称", "西湖停车", "西湖停车场", false)),
                        List.of(),
                        List.of(new SubmittedRevision.DecisionMade(
                                "RETURN", "退回更正", "名称不符", List.of("商户名称"), REVIEWER, at(n * 5 + 2), at(n * 5 + 2)))))
                .toList();
    }

    private static List<PaperOnRecord> papers() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(n -> new PaperOnRecord(
                        "doc" + n,
                        "licence",
                        "营业执照（第 " + n + " 张）",
                        "IMG_000" + n + ".jpg",
                        "image/jpeg",
                        1_234_567,
                        HASH,
                        OPERATOR,
                        at(n),
                        List.of(1, 2, 3),
                        "",
                        false))
                .toList();
    }

    private static List<Attempt> deductions() {
        return lots().map(SampleMatter::attempt).toList();
    }

    private static Attempt attempt(int n) {
        List<Attempt.Move> moves = List.of(
                new Attempt.Move("PREPARED", "准备扣款", "平台", null, "", at(80)),
                new Attempt.Move("SUCCEEDED", "扣款成功", "渠道应答", null, "金额与账单一致", at(81)));
        Attempt.Dispute dispute = n == 1 ? new Attempt.Dispute(at(82), "实扣金额与账单不一致", SUPERVISOR, at(85), "重新测试") : null;
        List<Attempt.RefundMade> refunds = n > 2
                ? List.of()
                : List.of(new Attempt.RefundMade(
                        n,
                        1,
                        "RF" + HASH.substring(0, 26),
                        500,
                        "测试结束，退回测试款",
                        "REFUNDED",
                        "已退款",
                        SUPERVISOR,
                        at(86),
                        OTHER,
                        at(87),
                        "50300806412026112900000000001",
                        at(88),
                        ""));
        return new Attempt(
                n,
                n,
                code(n),
                "湖滨银泰停车场 " + n + " 号",
                "B20261120000" + n,
                "uid-" + n,
                "浙A1234" + n,
                at(60),
                at(79),
                1,
                "WX" + HASH.substring(0, 28) + n,
                500,
                500,
                "4200001234202611290000000000",
                "SUCCEEDED",
                "扣款成功",
                "",
                "",
                "",
                true,
                at(80),
                at(80),
                at(81),
                moves,
                dispute,
                refunds,
                List.of());
    }

    private static List<Course> courses() throws IOException {
        List<Course> courses = new ArrayList<>();
        courses.add(course("root", null, "wechat:1", "wechatpay-onboarding", "微信支付渠道接入", "", ""));
        for (int n : lots().toList()) {
            courses.add(course(
                    "gate-" + n, "root", "gate:1", "test-deduction-gate", "测试扣款", code(n), "湖滨银泰停车场 " + n + " 号"));
        }
        return courses;
    }

    /** Every second element of the model was passed. */
    private static Course course(
            String id, String parent, String definition, String key, String name, String lot, String lotName)
            throws IOException {
        BpmnModelInstance model =
                Bpmn.readModelFromFile(Path.of("bpmn", key + ".bpmn").toFile());
        List<Step> steps = new ArrayList<>();
        Set<String> passed = new LinkedHashSet<>();
        int n = 0;
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            n++;
            if (n % 2 == 0 || n < 12) {
                passed.add(node.getId());
                Passage passage = n % 17 == 0 ? Passage.CANCELLED : n % 23 == 0 ? Passage.RUNNING : Passage.DONE;
                steps.add(new Step(
                        id + n,
                        definition,
                        node.getId(),
                        node.getName(),
                        node.getElementType().getTypeName(),
                        id,
                        at(n),
                        passage == Passage.RUNNING ? null : at(n + 1),
                        passage,
                        "reviewer",
                        "审核员甲",
                        ""));
            }
        }
        List<Flow> flows = model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> passed.contains(flow.getSource().getId())
                        && passed.contains(flow.getTarget().getId()))
                .map(flow -> new Flow(flow.getId(), BEGUN))
                .toList();
        return new Course(
                id,
                parent,
                definition,
                key,
                name,
                1,
                lot,
                lotName,
                BEGUN,
                at(120),
                "COMPLETED",
                steps,
                flows,
                List.of(),
                List.of());
    }

    private static Stream<Integer> lots() {
        return Stream.of(1, 2, 3, 4, 5);
    }

    private static String code(int n) {
        return "330102000" + n;
    }

    private static Instant at(int minute) {
        return BEGUN.plus(Duration.ofMinutes(minute));
    }
}
