package cn.citybrain.parking.onboarding.access.door;

/**
 * Who may wait for bytes: so many as long as the pace allows, and as many again for a moment. Clients send headers and
 * body one after the other, and an upload comes in pieces: with a moment each of them goes on while slow callers hold every
 * place.
 */
final class Waiting {

    private final Share places;
    private final Share moments;

    Waiting(int most, int perAddress) {
        this.places = new Share(most, perAddress);
        this.moments = new Share(most, most);
    }

    Place of(String address) {
        return new Place(address);
    }

    /** Where one request stands. */
    final class Place {

        private final String address;

        private Place(String address) {
            this.address = address;
        }

        boolean take() {
            return places.enter(address);
        }

        void giveBack() {
            places.leave(address);
        }

        boolean takeMoment() {
            return moments.enter(address);
        }

        void giveMomentBack() {
            moments.leave(address);
        }
    }
}
