package cn.citybrain.parking.onboarding.application.opening;

import cn.citybrain.parking.onboarding.application.NotThere;
import cn.citybrain.parking.onboarding.application.lot.IntendedLots;
import cn.citybrain.parking.onboarding.application.lot.Intention;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** For which of a company's lots it may apply at which channel. */
@NamedInterface("services")
@Component
public class Openings {

    private static final String CLOSED = "已关闭";

    private final ParkingLots lots;
    private final LotBindings bindings;
    private final IntendedLots intended;

    Openings(ParkingLots lots, LotBindings bindings, IntendedLots intended) {
        this.lots = lots;
        this.bindings = bindings;
        this.intended = intended;
    }

    /** The company's lots, each with what stands in its way; three statements, however many there are. */
    public List<LotOpening> lots(Merchant company) {
        List<ParkingLot> own = lots.ofMerchant(company.id());
        List<String> codes = own.stream().map(ParkingLot::code).toList();
        Map<String, Map<String, String>> obstacles = new LinkedHashMap<>();
        Map<String, Map<String, String>> notes = new LinkedHashMap<>();
        intended.ofLots(codes)
                .forEach(intention -> put(
                        intention.draft() ? notes : obstacles,
                        intention.lotCode(),
                        intention.channel(),
                        said(intention)));
        bindings.ofLots(codes).stream()
                .filter(binding -> binding.state() != BindingState.WITHDRAWN)
                .forEach(binding -> put(obstacles, binding.lotCode(), binding.channel(), said(binding)));
        own.stream().filter(lot -> !lot.open()).forEach(lot -> Arrays.stream(Channel.values())
                .forEach(channel -> put(obstacles, lot.code(), channel.code(), CLOSED)));
        return own.stream()
                .map(lot -> new LotOpening(
                        lot.code(),
                        lot.name(),
                        lot.address(),
                        obstacles.getOrDefault(lot.code(), Map.of()),
                        notes.getOrDefault(lot.code(), Map.of())))
                .toList();
    }

    /** Why nothing begins for the company, Chinese; empty if it may apply. */
    public Optional<String> obstacle(Merchant company) {
        return company.active() ? Optional.empty() : Optional.of("「" + company.name() + "」已停用，不能再发起新的接入；如有疑问请联系运营公司");
    }

    /**
     * What keeps an application of the company at a channel from beginning for these lots, Chinese; empty if nothing does.
     *
     * @throws NotThere if a lot is not the company's own
     */
    public Optional<String> obstacle(Merchant company, Channel channel, List<String> lotCodes) {
        Optional<String> ofCompany = obstacle(company);
        if (lotCodes.isEmpty() || ofCompany.isPresent()) {
            return ofCompany;
        }
        Map<String, LotOpening> own = new LinkedHashMap<>();
        lots(company).forEach(lot -> own.put(lot.code(), lot));
        List<String> faults = lotCodes.stream()
                .map(code -> Optional.ofNullable(own.get(code)).orElseThrow(() -> new NotThere("没有找到停车场 " + code)))
                .filter(lot -> lot.obstacles().containsKey(channel.code()))
                .map(lot -> "停车场「" + lot.name() + "」" + lot.obstacles().get(channel.code()))
                .toList();
        return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("；", faults));
    }

    private static void put(Map<String, Map<String, String>> said, String lot, String channel, String words) {
        said.computeIfAbsent(lot, any -> new LinkedHashMap<>()).put(channel, words);
    }

    private static String said(LotBinding binding) {
        boolean live = binding.state() == BindingState.LIVE || binding.state() == BindingState.SUSPENDED;
        return (live ? "已接入" : "正在接入") + "（申请 " + binding.applicationNo() + "）";
    }

    private static String said(Intention intention) {
        return (intention.draft()
                ? "草稿 " + intention.applicationNo() + " 也选了它"
                : "已在办理（申请 " + intention.applicationNo() + "）");
    }
}
