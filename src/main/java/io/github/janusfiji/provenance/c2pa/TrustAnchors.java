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

import io.github.janusfiji.task.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The certificates that a reader trusts, and all that they vouch for.
 *
 * @param certificates of authorities, or of single signers
 */
public record TrustAnchors(Set<X509Certificate> certificates) {

	/** Trusts nobody. */
	public static final TrustAnchors NONE = new TrustAnchors(Set.of());

	private static final Pattern PEM = Pattern.compile(
		"-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----");

	/** Takes a copy. */
	public TrustAnchors {
		certificates = Set.copyOf(certificates);
	}

	/**
	 * @param place a PEM file, or a folder of {@code .pem}, {@code .crt} and
	 *          {@code .cer} files
	 * @return the certificates in them
	 * @throws IOException if it cannot be read or holds none; the message is one
	 *           sentence for the user
	 */
	public static TrustAnchors read(final Path place) throws IOException {
		final var all = new LinkedHashSet<X509Certificate>();
		if (Files.isDirectory(place)) {
			try (var files = Files.list(place)) {
				for (final Path file : files.sorted().toList())
					if (file.toString().matches(".*\\.(pem|crt|cer)")) all.addAll(
						certificates(file));
			}
		}
		else all.addAll(certificates(place));
		if (all.isEmpty()) throw new InputException("There is no certificate in " +
			place + "; give a PEM file, or a folder of PEM files.");
		return new TrustAnchors(all);
	}

	/**
	 * @param other more of them
	 * @return both together
	 */
	public TrustAnchors and(final TrustAnchors other) {
		final var all = new LinkedHashSet<>(certificates);
		all.addAll(other.certificates);
		return new TrustAnchors(all);
	}

	/** @return what tells these from others: the SHA-256 of all, hexadecimal */
	public String fingerprint() {
		try {
			final var all = new TreeSet<String>();
			for (final X509Certificate one : certificates) all.add(HexFormat.of()
				.formatHex(one.getEncoded()));
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
				.digest(String.join("\n", all).getBytes(StandardCharsets.US_ASCII)));
		}
		catch (final GeneralSecurityException e) {
			throw new IllegalStateException("A certificate that was read", e);
		}
	}

	/**
	 * @param certificates to write
	 * @return them as PEM (RFC 7468)
	 */
	public static String pem(final List<X509Certificate> certificates) {
		final var text = new StringBuilder();
		for (final X509Certificate one : certificates) {
			try {
				text.append("-----BEGIN CERTIFICATE-----\n").append(Base64
					.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(one
						.getEncoded())).append("\n-----END CERTIFICATE-----\n");
			}
			catch (final CertificateException e) {
				throw new IllegalStateException("A certificate that was read", e);
			}
		}
		return text.toString();
	}

	static List<X509Certificate> certificates(final Path file)
		throws IOException
	{
		try {
			final byte[] bytes = Files.readAllBytes(file);
			final String text = new String(bytes, StandardCharsets.ISO_8859_1);
			final var found = new ArrayList<X509Certificate>();
			final var pem = PEM.matcher(text);
			while (pem.find()) found.add(certificate(Base64.getMimeDecoder().decode(pem
				.group(1))));
			if (found.isEmpty() && bytes.length > 0 && bytes[0] == Der.SEQUENCE) found
				.add(certificate(bytes));
			return found;
		}
		catch (final CertificateException | IllegalArgumentException e) {
			throw new InputException("A certificate in " + file +
				" cannot be read; export it again as PEM.", e);
		}
		catch (final IOException e) {
			throw new InputException("The certificates in " + file +
				" cannot be read; check the path and its permissions.", e);
		}
	}

	static X509Certificate certificate(final byte[] der)
		throws CertificateException
	{
		try {
			return (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(der));
		}
		catch (final RuntimeException e) {
			// Java's reader of Ed25519 keys runs out of bounds at an empty one.
			throw new CertificateException("A certificate is malformed", e);
		}
	}

	/**
	 * @param chain the signer's certificate first
	 * @param when the time of signing
	 * @return whether it is an anchor itself, or one vouches for it (RFC 5280, 6.1)
	 */
	boolean vouchFor(final List<X509Certificate> chain, final Instant when) {
		if (certificates.contains(chain.get(0))) return true;
		final var path = new ArrayList<X509Certificate>();
		for (final X509Certificate one : chain) {
			if (certificates.contains(one)) break;
			path.add(one);
		}
		final var anchors = new HashSet<TrustAnchor>();
		certificates.forEach(c -> anchors.add(new TrustAnchor(c, null)));
		if (anchors.isEmpty()) return false;
		try {
			final var parameters = new PKIXParameters(anchors);
			// Revocation is asked for over a network, which Janus never does.
			parameters.setRevocationEnabled(false);
			parameters.setDate(Date.from(when));
			CertPathValidator.getInstance("PKIX").validate(CertificateFactory
				.getInstance("X.509").generateCertPath(path), parameters);
			return true;
		}
		catch (final GeneralSecurityException | RuntimeException e) {
			// Whatever is wrong with a chain, it leads to nobody.
			return false;
		}
	}
}
