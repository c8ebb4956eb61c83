/** The key that seals, and the public halves by which seals are checked. Only these decide whom to believe, never what stands in the database. */
package cn.citybrain.parking.onboarding.seal.key;
