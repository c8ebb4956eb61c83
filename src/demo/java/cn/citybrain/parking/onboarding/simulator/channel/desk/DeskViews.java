package cn.citybrain.parking.onboarding.simulator.channel.desk;

import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.book.Agreement;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import cn.citybrain.parking.onboarding.simulator.channel.book.Tone;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visit;
import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the desk shows of a record: its own fields, its state in words, and the commands that fit now. */
@Component
class DeskViews {

    private final ObjectMapper json;

    DeskViews(ObjectMapper json) {
        this.json = json;
    }

    /** What the platform adds to every application; nobody complains about it, so the channels don't list it. */
    private static final Map<String, String> ADDRESSES = Map.of("NoticeUrl", "通知地址", "notifyUrl", "通知地址");

    /** One value of an application, for people. */
    private record Field(String path, String label, String value) {}

    /** Without what was submitted: that is in {@link #whole}. */
    ObjectNode brief(ChannelDesk desk, Application application) {
        ObjectNode view = view(application, desk.office().channel().words(application), desk.actions(application));
        view.remove("content");
        view.remove("linkCode");
        return view;
    }

    /** With its fields and papers, each with the channel's words for it. */
    ObjectNode whole(ChannelDesk desk, Application application) {
        ObjectNode view = brief(desk, application);
        view.set("content", json.valueToTree(application.content()));
        Map<String, String> leaves = new LinkedHashMap<>();
        collect("", application.content(), leaves);
        List<Field> fields = new ArrayList<>();
        List<Field> papers = new ArrayList<>();
        leaves.forEach((path, value) -> {
            String key = path.replaceFirst(".*/(?=\\D)", "").replaceFirst("/\\d+$", "");
            String label =
                    desk.office().channel().profile().fields().getOrDefault(key, ADDRESSES.getOrDefault(key, key));
            (desk.media(value).isPresent() ? papers : fields).add(new Field(path, label, value));
        });
        view.set("fields", json.valueToTree(fields));
        view.set("papers", json.valueToTree(papers));
        return view;
    }

    private static void collect(String path, Object node, Map<String, String> leaves) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> collect(path.isEmpty() ? key.toString() : path + "/" + key, value, leaves));
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(path + "/" + i, list.get(i), leaves);
            }
        } else if (node != null) {
            leaves.put(path, node.toString());
        }
    }

    ObjectNode of(Lot lot) {
        boolean open = lot.state() == Lot.State.AUDITING;
        return view(lot, lot.state().words(), open ? LOT : List.of());
    }

    ObjectNode of(ChannelDesk desk, Agreement agreement) {
        Map<String, Words> states = desk.office().channel().agreementStates();
        return view(agreement, states.getOrDefault(agreement.state(), Words.bad(agreement.state())), List.of());
    }

    ObjectNode of(ChannelDesk desk, Visit visit) {
        Words words = visit.state().equals(Visit.NORMAL)
                ? Words.good("可扣款")
                : visit.state().equals(Visit.LEFT) ? new Words("已离场", Tone.PLAIN) : Words.bad("不可扣款");
        return view(visit, words, desk.office().channel().actions(visit, desk.office()));
    }

    ObjectNode of(ChannelDesk desk, Order order) {
        List<Action> actions = new ArrayList<>(order.state() == Order.State.ACCEPTED ? DECISION : List.of());
        actions.addAll(desk.office().channel().actions(order, desk.office()));
        return view(order, order.state().words(), actions);
    }

    ObjectNode of(Refund refund) {
        boolean open = refund.state() == Refund.State.PROCESSING;
        return view(refund, refund.state().words(), open ? REFUND : List.of());
    }

    private static final List<Action> LOT = List.of(
            Action.next("pass", "同意", inputs -> {}),
            Action.bad("refuse", "拒绝", inputs -> {}, Action.Input.text("reason", "拒绝的原因", "")));
    private static final List<Action> DECISION = List.of(
            Action.next("succeed", "扣款成功", inputs -> {}),
            Action.bad("fail", "扣款失败", inputs -> {}, Action.Input.text("reason", "失败的原因", "账户余额不足")));
    private static final List<Action> REFUND =
            List.of(Action.next("succeed", "退款成功", inputs -> {}), Action.bad("fail", "退款失败", inputs -> {}));

    private ObjectNode view(Object thing, Words state, List<Action> actions) {
        ObjectNode view = json.valueToTree(thing);
        view.put("words", state.text());
        view.put("tone", state.tone().name().toLowerCase());
        ArrayNode commands = view.putArray("actions");
        actions.forEach(action -> {
            ObjectNode command = commands.addObject();
            command.put("name", action.name());
            command.put("words", action.words());
            command.put("kind", action.kind().name());
            command.set("inputs", json.valueToTree(action.inputs()));
        });
        return view;
    }
}
