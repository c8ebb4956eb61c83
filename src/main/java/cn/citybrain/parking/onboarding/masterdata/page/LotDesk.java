package cn.citybrain.parking.onboarding.masterdata.page;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Conflicts;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.masterdata.Faulty;
import cn.citybrain.parking.onboarding.masterdata.Obstacle;
import cn.citybrain.parking.onboarding.masterdata.list.Ended;
import cn.citybrain.parking.onboarding.masterdata.list.LotRegisterList;
import cn.citybrain.parking.onboarding.masterdata.lot.LotEnding;
import cn.citybrain.parking.onboarding.masterdata.lot.LotEntry;
import cn.citybrain.parking.onboarding.masterdata.lot.LotVendors;
import cn.citybrain.parking.onboarding.masterdata.lot.Lots;
import cn.citybrain.parking.onboarding.masterdata.lot.VendorChoice;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The parking lots and their vendors: supervisors keep them, reviewers and auditors read them. */
@RestController
@RequestMapping("/api/masterdata/lots")
class LotDesk {

    private final Keepers keepers;
    private final LotRegisterList list;
    private final Lots lots;
    private final LotVendors vendors;
    private final LotEnding ending;
    private final LotViews views;
    private final Histories histories;

    LotDesk(
            Keepers keepers,
            LotRegisterList list,
            Lots lots,
            LotVendors vendors,
            LotEnding ending,
            LotViews views,
            Histories histories) {
        this.keepers = keepers;
        this.list = list;
        this.lots = lots;
        this.vendors = vendors;
        this.ending = ending;
        this.views = views;
        this.histories = histories;
    }

    /**
     * @param q found in name or code, in the company's name or credit code, or in the vendor's name
     * @param state ACTIVE or ENDED, else all
     */
    @GetMapping
    Page<LotRegisterList.Row> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        keepers.reader();
        return list.find(new Wanted(q, page, size), Ended.of(state));
    }

    @GetMapping("/{code}")
    LotView one(@PathVariable String code) {
        return view(code, keepers.reader());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    LotView create(@RequestBody Body body) {
        Actor keeper = keepers.keeper();
        return view(lots.create(body.entry(body.code()), keeper.userId()).code(), keeper);
    }

    @PutMapping("/{code}")
    LotView change(@PathVariable String code, @RequestBody Body body) {
        Actor keeper = keepers.keeper();
        lots.change(body.entry(code), body.version(), keeper.userId());
        return view(code, keeper);
    }

    /** What stands in the way of another vendor, as {@link #vendor} would say it; nothing is done. */
    @PostMapping("/{code}/vendor-check")
    void checkVendor(@PathVariable String code, @RequestBody Vendor body) {
        keepers.keeper();
        Faulty.unlessEmpty(vendors.check(List.of(body.of(code))));
    }

    /** Another vendor, at once or from a day on. A person who works on the lot's tasks at this moment comes first. */
    @PutMapping("/{code}/vendor")
    LotView vendor(@PathVariable String code, @RequestBody Vendor body) {
        Actor keeper = keepers.keeper();
        Conflicts.repeat(() -> {
            vendors.choose(body.of(code), body.version(), keeper.userId());
            return null;
        });
        return view(code, keeper);
    }

    /** What was planned for its vendor does not come. */
    @DeleteMapping("/{code}/vendor-plan")
    LotView dropPlan(@PathVariable String code, @RequestParam long version) {
        Actor keeper = keepers.keeper();
        vendors.dropPlan(lots.byCode(code).code(), version, keeper.userId());
        return view(code, keeper);
    }

    @GetMapping("/{code}/obstacles")
    List<Obstacle> obstacles(@PathVariable String code) {
        keepers.keeper();
        return ending.obstacles(lots.byCode(code).code());
    }

    @PostMapping("/{code}/close")
    LotView close(@PathVariable String code, @RequestBody Ending body) {
        Actor keeper = keepers.keeper();
        ending.close(code, body.version(), body.reason(), keeper.userId());
        return view(code, keeper);
    }

    @PostMapping("/{code}/open")
    LotView open(@PathVariable String code, @RequestBody Ending body) {
        Actor keeper = keepers.keeper();
        ending.open(code, body.version(), keeper.userId());
        return view(code, keeper);
    }

    /** What was done to it, newest first. */
    @GetMapping("/{code}/changes")
    Page<Histories.Entry> changes(@PathVariable String code, @RequestParam(defaultValue = "1") int page) {
        keepers.reader();
        lots.byCode(code);
        return histories.of(Subject.lot(code), page);
    }

    private LotView view(String code, Actor reader) {
        return views.of(lots.byCode(code), reader);
    }

    /**
     * @param vendor group or name, empty: none
     * @param from a day as 2026-12-01, empty: at once
     */
    record Vendor(String vendor, String from, long version) {

        /** @throws Faulty where no vendor is said: none is an empty text, nothing at all takes nobody's lot away */
        VendorChoice of(String lot) {
            if (vendor == null) {
                throw Faulty.of("vendor", "请选择技术方；由车场方自行对接的，请明确选择");
            }
            return new VendorChoice(lot, vendor, from);
        }
    }

    record Body(
            String code,
            String company,
            String name,
            String address,
            String longitude,
            String latitude,
            String spaces,
            String lanes,
            String servicePhone,
            long version) {

        LotEntry entry(String lotCode) {
            return new LotEntry(lotCode, company, name, address, longitude, latitude, spaces, lanes, servicePhone);
        }
    }
}
