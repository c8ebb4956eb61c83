package cn.citybrain.parking.onboarding.audit.engine;

import cn.citybrain.parking.onboarding.process.Variables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values of the variables with which people decide, for people. */
final class DecisionWords {

    /** When an overdue step is reported again. */
    static final String NEXT = Variables.OVERDUE_NEXT.name();

    private static final Map<String, Map<String, String>> WORDS = Map.ofEntries(
            words(Variables.ACCOUNT_DECISION, "confirm", "账户一致，予以确认", "correct", "账户不一致，退回更正", "close", "关闭申请"),
            words(Variables.RENEWAL_DECISION, "renew", "再次续办", "correct", "更正资料后再办", "giveUp", "放弃申请"),
            words(Variables.FIND_REASON_DECISION, "correct", "退回车场方更正", "final", "渠道不予办理，结束申请"),
            words(Variables.VISIT_OUTCOME, "signed", "已上门签约", "missed", "对方没有来"),
            words(Variables.RESULT_DECISION, "opened", "已开户", "refused", "对方拒绝"),
            words(Variables.DEVICES_DECISION, "accept", "验收通过", "return", "退回整改"),
            words(Variables.MORE_DEVICES_DECISION, "submit", "提交补装", "giveUp", "不再补装"),
            words(Variables.CORRECT_LOT_DECISION, "resubmit", "更正后重新提交", "ask", "请运营公司与渠道核实", "giveUp", "放弃这个停车场"),
            words(Variables.LOT_REFUSED_DECISION, "resubmit", "重新提交渠道", "return", "退回车场方更正", "giveUp", "放弃这个停车场"),
            words(Variables.CLARIFY_DECISION, "wait", "继续等待渠道结果", "abandon", "放弃本次测试"),
            words(Variables.DISPUTED_DECISION, "retest", "重新测试", "giveUp", "放弃这个停车场"),
            words(Variables.OVERDUE_DECISION, "remind", "催办", "extend", "延长期限", "handOver", "转交他人", "withdraw", "撤回"));

    /** Names of the variables that are told. */
    static final Set<String> VARIABLES =
            Stream.concat(WORDS.keySet().stream(), Stream.of(NEXT)).collect(Collectors.toUnmodifiableSet());

    private DecisionWords() {}

    static String of(String variable, String value) {
        return WORDS.getOrDefault(variable, Map.of()).getOrDefault(value, value);
    }

    private static Map.Entry<String, Map<String, String>> words(Variables<String> variable, String... pairs) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            words.put(pairs[i], pairs[i + 1]);
        }
        return Map.entry(variable.name(), words);
    }
}
