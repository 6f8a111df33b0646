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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A key of the curve P-256 with a chain, made by Java's own keytool. */
final class EllipticKey {

	private static final String PASS = "changeit";

	private EllipticKey() {}

	/** @return a PEM file with the key and its chain */
	static Path write(final Path folder) throws Exception {
		final String store = folder.resolve("ec.p12").toString();
		keytool("-genkeypair", "-alias", "root", "-keyalg", "EC", "-groupname",
			"secp256r1", "-dname", "CN=Root", "-ext", "bc:c", "-validity", "900",
			"-keystore", store, "-storepass", PASS);
		keytool("-genkeypair", "-alias", "leaf", "-keyalg", "EC", "-groupname",
			"secp256r1", "-dname", "CN=Leaf", "-signer", "root", "-validity", "900",
			"-ext", "EKU=emailProtection", "-ext", "KU:c=digitalSignature", "-keystore",
			store, "-storepass", PASS);
		final var keys = KeyStore.getInstance("PKCS12");
		try (var in = Files.newInputStream(Path.of(store))) {
			keys.load(in, PASS.toCharArray());
		}
		final var chain = Arrays.stream(keys.getCertificateChain("leaf")).map(
			X509Certificate.class::cast).toList();
		final String key = Base64.getMimeEncoder().encodeToString(keys.getKey("leaf",
			PASS.toCharArray()).getEncoded());
		return Files.writeString(folder.resolve("ec.pem"),
			"-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n" +
				TrustAnchors.pem(chain));
	}

	private static void keytool(final String... arguments) throws Exception {
		final var command = new ArrayList<>(List.of(Path.of(System.getProperty(
			"java.home"), "bin", "keytool").toString()));
		command.addAll(List.of(arguments));
		final Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.start();
		final String said = new String(process.getInputStream().readAllBytes());
		if (process.waitFor() != 0) throw new IOException(said);
	}
}
