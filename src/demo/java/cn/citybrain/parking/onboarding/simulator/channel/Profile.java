package cn.citybrain.parking.onboarding.simulator.channel;

import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import cn.citybrain.parking.onboarding.simulator.channel.notice.NoticeWire;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a channel is, apart from how it decides.
 *
 * @param code as the platform has it, e.g. {@code wechatpay}
 * @param name for people, e.g. 微信支付
 * @param operations everything that the platform can ask and the channel tell
 * @param impossible kinds of faults that make no sense for this channel
 * @param noticeWire how its notifications look on the wire
 * @param applicationStates of an application: code (as in {@link Application#state()}) and words
 * @param fields of an application: the last step of the path in its content, and words; in the order of a complaint's
 *     choice
 */
public record Profile(
        String code,
        String name,
        List<? extends Operation> operations,
        Set<Fault.Kind> impossible,
        NoticeWire noticeWire,
        Map<String, Words> applicationStates,
        Map<String, String> fields) {}
