package cn.citybrain.parking.onboarding.simulator.channel;

import cn.citybrain.parking.onboarding.simulator.channel.Action.Input;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The visit at which a contract is signed, where the channel comes to the merchant: arranged, or moved to another day. Only
 * the names of things differ by channel.
 *
 * @param before state of an application whose visit is not arranged
 * @param arranged state of one whose visit is
 * @param timeField where the channel's answers say when
 * @param time how they write a date, given as {@code yyyy-MM-dd}; the hour is always ten
 * @param contactField where they say who comes
 * @param contact who comes, if nobody says otherwise
 */
public record SigningVisit(
        String before,
        String arranged,
        String timeField,
        UnaryOperator<String> time,
        String contactField,
        String contact,
        Clock clock) {

    /**
     * What can be done until the channel has decided: arrange the visit; once it is, sign at it or move it; and refuse.
     *
     * @param sign the next step where the visit is arranged
     * @param rejected state of an application that was refused
     */
    public List<Action> actions(Application application, ChannelOffice office, Action sign, String rejected) {
        String no = application.no();
        List<Action> actions = new ArrayList<>();
        if (application.state().equals(before)) {
            actions.add(arrange(no, office));
        }
        if (application.state().equals(arranged)) {
            actions.add(sign);
            actions.add(reschedule(no, office));
        }
        if (undecided().contains(application.state())) {
            actions.add(Action.refuse(inputs -> office.applications()
                    .move(
                            no,
                            undecided(),
                            one -> one.rejected(rejected, inputs.complaints(), inputs.text("message")))));
        }
        return actions;
    }

    /** States in which the channel has not decided. */
    public Set<String> undecided() {
        return Set.of(before, arranged);
    }

    /** The next step of an application whose visit is not arranged. */
    public Action arrange(String no, ChannelOffice office) {
        return Action.next("visit", "预约上门签约", inputs -> arrange(no, office, inputs), inputs());
    }

    /** What else can be done while the visit is arranged. */
    public Action reschedule(String no, ChannelOffice office) {
        return Action.other("reschedule", "改约", inputs -> arrange(no, office, inputs), inputs());
    }

    private Input[] inputs() {
        String soon = LocalDate.now(clock).plusDays(2).toString();
        return new Input[] {Input.date("date", "上门日期", soon), Input.text("contact", "上门人员", contact)};
    }

    private void arrange(String no, ChannelOffice office, Inputs inputs) {
        office.applications().move(no, Set.of(before, arranged), application -> application
                .in(arranged, "已预约上门签约")
                .with(timeField, time.apply(inputs.text("date")))
                .with(contactField, inputs.text("contact")));
    }
}
