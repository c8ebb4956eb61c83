package cn.citybrain.parking.onboarding.audit.search;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.audit.Unclear;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.plate.PlateNumber;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search as it stands in an address; what is missing is null.
 *
 * @param channel a channel's code
 * @param state names of states separated by commas; {@code RUNNING} and {@code ENDED} stand for all such
 * @param outcome as state, final states only
 * @param from a day, {@code 2026-11-29}
 * @param to a day
 * @param with names of {@link Mark}s separated by commas
 * @param sort name of an {@link Order}, with {@code -} before it for the other way round
 */
record Asked(
        String number,
        String company,
        String channel,
        String lot,
        String plate,
        String person,
        String bill,
        String transaction,
        String state,
        String outcome,
        String from,
        String to,
        String with,
        String sort,
        String page,
        String size) {

    private static final int LONGEST = 100;
    private static final String NEWEST_FIRST = "-begun";
    private static final String RUNNING = "RUNNING";
    private static final String ENDED = "ENDED";

    /** @throws Unclear naming the field that says something impossible */
    Search search() {
        String wish = text("sort", sort).isEmpty() ? NEWEST_FIRST : text("sort", sort);
        boolean descending = wish.startsWith("-");
        Search search = new Search(
                Typed.code(text("number", number)),
                text("company", company),
                chosenChannel(),
                text("lot", lot),
                PlateNumber.tidied(text("plate", plate)),
                text("person", person),
                Typed.code(text("bill", bill)),
                Typed.code(text("transaction", transaction)),
                states(),
                Days.read("from", from),
                Days.read("to", to),
                marks(),
                Order.named(descending ? wish.substring(1) : wish)
                        .orElseThrow(() -> new Unclear("sort", "不能按“" + wish + "”排序，请点列表的标题排序")),
                descending);
        if (search.from() != null && search.to() != null && search.to().isBefore(search.from())) {
            throw new Unclear("to", "结束日期早于开始日期，请重新选择");
        }
        return search;
    }

    /** @throws Unclear if a number is none */
    Wanted wanted() {
        return new Wanted("", whole("page", page, 1), whole("size", size, 20));
    }

    private Optional<Channel> chosenChannel() {
        String code = text("channel", channel);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Channel.find(code).orElseThrow(() -> new Unclear("channel", "没有渠道“" + code + "”，请从列表里选择")));
    }

    private Set<ApplicationState> states() {
        Set<ApplicationState> wished = states("state", state);
        Set<ApplicationState> ends = states("outcome", outcome);
        if (ends.stream().anyMatch(end -> !end.isFinal())) {
            throw new Unclear("outcome", "“" + outcome + "”不是结果，请从列表里选择");
        }
        if (wished.isEmpty() || ends.isEmpty()) {
            return wished.isEmpty() ? ends : wished;
        }
        ends.retainAll(wished);
        if (ends.isEmpty()) {
            throw new Unclear("outcome", "状态和结果不可能同时成立，请只选一项");
        }
        return ends;
    }

    private static Set<ApplicationState> states(String field, String names) {
        Set<ApplicationState> states = EnumSet.noneOf(ApplicationState.class);
        for (String name : list(field, names)) {
            List<ApplicationState> meant = Arrays.stream(ApplicationState.values())
                    .filter(one -> one != ApplicationState.DRAFT)
                    .filter(one -> name.equals(one.name())
                            || name.equals(RUNNING) && !one.isFinal()
                            || name.equals(ENDED) && one.isFinal())
                    .toList();
            if (meant.isEmpty()) {
                throw new Unclear(field, "没有状态“" + name + "”，请从列表里选择");
            }
            states.addAll(meant);
        }
        return states;
    }

    private Set<Mark> marks() {
        return list("with", with).stream()
                .map(name -> Mark.named(name).orElseThrow(() -> new Unclear("with", "没有标记“" + name + "”，请从列表里选择")))
                .collect(Collectors.toSet());
    }

    private static List<String> list(String field, String names) {
        return Stream.of(text(field, names).split(","))
                .map(name -> name.strip().toUpperCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static int whole(String field, String number, int otherwise) {
        String text = text(field, number);
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Unclear(field, (field.equals("page") ? "页码" : "每页条数") + "应为数字，请重新打开列表");
        }
    }

    /** As typed text is kept: without what nobody sees, a zero byte included. */
    private static String text(String field, String value) {
        String text = Typed.search(value);
        if (Typed.length(text) > LONGEST) {
            throw new Unclear(field, "输入的内容超过 " + LONGEST + " 个字，请缩短后再查");
        }
        return text;
    }
}
