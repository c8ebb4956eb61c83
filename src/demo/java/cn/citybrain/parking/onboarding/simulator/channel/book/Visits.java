package cn.citybrain.parking.onboarding.simulator.channel.book;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The vehicles that entered, as one channel was told. */
public final class Visits {

    private final Book<Visit> book;

    public Visits(Book<Visit> book) {
        this.book = book;
    }

    /** Oldest first. */
    public List<Visit> all() {
        return book.all();
    }

    public Optional<Visit> find(String id) {
        return book.find(id);
    }

    /** By the merchant's number and the platform's of the visit. */
    public Optional<Visit> find(String account, String outNo) {
        return all().stream()
                .filter(visit ->
                        visit.account().equals(account) && visit.outNo().equals(outNo))
                .findFirst();
    }

    /** @throws NoSuchElementException if there is none */
    public Visit required(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("没有停车入场 " + id));
    }

    public Visit put(Visit visit) {
        return book.put(visit.id(), visit);
    }

    /** Whether the plate has not entered at this merchant since. */
    public boolean newest(Visit visit) {
        List<Visit> ofPlate = all().stream()
                .filter(other -> other.plateNo().equals(visit.plateNo())
                        && other.plateColor().equals(visit.plateColor())
                        && other.account().equals(visit.account()))
                .toList();
        return ofPlate.get(ofPlate.size() - 1).id().equals(visit.id());
    }
}
