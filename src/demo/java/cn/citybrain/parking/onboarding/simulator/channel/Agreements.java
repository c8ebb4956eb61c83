package cn.citybrain.parking.onboarding.simulator.channel;

import cn.citybrain.parking.onboarding.simulator.UnsignedVehicle;
import cn.citybrain.parking.onboarding.simulator.channel.book.Agreement;
import cn.citybrain.parking.onboarding.simulator.channel.book.Book;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What owners agreed to with one channel. A plate that nobody touched counts as signed, but for {@link UnsignedVehicle}. */
public final class Agreements {

    private final SimulatedChannel channel;
    private final Book<Agreement> book;

    Agreements(SimulatedChannel channel, Book<Agreement> book) {
        this.channel = channel;
        this.book = book;
    }

    /** Plates that somebody touched. */
    public List<Agreement> all() {
        return book.all();
    }

    public Agreement set(Agreement agreement) {
        if (agreement.plateNo() == null || agreement.plateNo().isBlank()) {
            throw new IllegalArgumentException("请填写车牌");
        }
        if (!channel.agreementStates().containsKey(agreement.state())) {
            throw new IllegalArgumentException(
                    "签约状态只有 " + String.join("、", channel.agreementStates().keySet()));
        }
        return book.put(id(agreement.plateNo(), agreement.plateColor()), agreement);
    }

    /** @param plateColor empty where the channel does not ask for it */
    public Agreement of(String plateNo, String plateColor) {
        return Stream.of(plateColor, "")
                .map(color -> book.find(id(plateNo, color)))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> book.all().stream()
                        .filter(known -> plateColor.isEmpty() && known.plateNo().equals(plateNo))
                        .findFirst())
                .orElseGet(() -> new Agreement(plateNo, plateColor, "", untouched(plateNo)));
    }

    private static String untouched(String plateNo) {
        return plateNo.equals(UnsignedVehicle.PLATE) ? Agreement.UNSIGNED : Agreement.SIGNED;
    }

    /** What a payer is told: somebody else's plate is none of his. */
    public String state(String plateNo, String plateColor, String payerId) {
        Agreement agreement = of(plateNo, plateColor);
        boolean his = agreement.payerId().isEmpty() || agreement.payerId().equals(payerId);
        return his ? agreement.state() : Agreement.UNSIGNED;
    }

    private static String id(String plateNo, String plateColor) {
        return plateNo + "-" + plateColor;
    }
}
