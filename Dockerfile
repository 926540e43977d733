# The build stage has pip and a writable file system; the image that ships has neither.
FROM python:3.12-slim AS build
WORKDIR /build
COPY requirements/runtime.lock requirements/runtime.lock
RUN python -m venv --without-pip /opt/quotewire \
 && pip --python /opt/quotewire/bin/python install --no-cache-dir --no-compile --require-hashes \
        --requirement requirements/runtime.lock
COPY pyproject.toml README.md LICENSE ./
COPY app app
RUN pip --python /opt/quotewire/bin/python install --no-cache-dir --no-deps --no-build-isolation . \
 && /opt/quotewire/bin/python -m compileall -q /opt/quotewire/lib

FROM python:3.12-slim
RUN useradd --system --uid 10001 --no-create-home quotewire
COPY --from=build /opt/quotewire /opt/quotewire
ENV PATH=/opt/quotewire/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 QUOTEWIRE_HOST=0.0.0.0 \
    QUOTEWIRE_LOG_FORMAT=json
USER 10001
WORKDIR /
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
ENTRYPOINT ["quotewire"]
CMD ["serve", "--no-worker"]
