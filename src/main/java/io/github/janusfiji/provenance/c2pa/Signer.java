/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.provenance.c2pa;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** What C2PA asks of the certificate of a signer (C2PA 2.2, 14.5.1). */
final class Signer {

	private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
	private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
	private static final String ANY = "2.5.29.37.0";
	private static final String AUTHORITY_KEY = "2.5.29.35";
	private static final int RSA_BITS = 2048;

	/** Purposes that C2PA accepts: e-mail, documents, claims, and its own test. */
	private static final Set<String> PURPOSES = Set.of("1.3.6.1.5.5.7.3.4",
		"1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.311.76.59.1.9",
		"1.3.6.1.4.1.62558.2.1", TIME_STAMPING, OCSP_SIGNING);

	/** Algorithms by which certificates may be signed: RSA, PSS, ECDSA, Ed25519. */
	private static final Set<String> SIGNED_BY = Set.of("1.2.840.113549.1.1.11",
		"1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13", "1.2.840.113549.1.1.10",
		"1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4",
		"1.3.101.112");

	private Signer() {}

	/** @return the certificate's common name, or all of its subject */
	static String name(final X509Certificate certificate) {
		final String subject = certificate.getSubjectX500Principal().getName();
		try {
			return new LdapName(subject).getRdns().stream().filter(r -> r.getType()
				.equalsIgnoreCase("CN")).map(r -> r.getValue().toString()).findFirst()
				.orElse(subject);
		}
		catch (final InvalidNameException e) {
			return subject;
		}
	}

	/**
	 * @param when the time of signing
	 * @return what is wrong with it as a code, or null
	 */
	static String fault(final X509Certificate certificate, final Instant when) {
		if (when.isBefore(certificate.getNotBefore().toInstant()) || when.isAfter(
			certificate.getNotAfter().toInstant())) return Codes.CREDENTIAL_EXPIRED;
		final boolean[] usage = certificate.getKeyUsage();
		final boolean self = certificate.getBasicConstraints() >= 0 && certificate
			.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
		final boolean small = certificate.getPublicKey() instanceof RSAKey key && key
			.getModulus().bitLength() < RSA_BITS;
		final boolean fits = certificate.getVersion() == 3 && !self && !small &&
			usage != null && usage[0] && purpose(certificate) && SIGNED_BY.contains(
				certificate.getSigAlgOID()) && certificate.getExtensionValue(
					AUTHORITY_KEY) != null && certificate.getIssuerUniqueID() == null &&
			certificate.getSubjectUniqueID() == null && !certificate
				.hasUnsupportedCriticalExtension();
		return fits ? null : Codes.CREDENTIAL_INVALID;
	}

	private static boolean purpose(final X509Certificate certificate) {
		try {
			final List<String> all = certificate.getExtendedKeyUsage();
			if (all == null || all.contains(ANY)) return false;
			final boolean special = all.contains(TIME_STAMPING) || all.contains(
				OCSP_SIGNING);
			return all.stream().anyMatch(PURPOSES::contains) && !(special && all
				.size() > 1);
		}
		catch (final CertificateParsingException e) {
			return false;
		}
	}
}
